"""The tables of other domains, from generator through the whole intake and back: the model holds exactly the truth."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pytest

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.assess import assess
from graadmeter.deliver.reader import read_files
from graadmeter.domain.fact_tables import FACT_EVENTS, FACTS
from graadmeter.domain.facts import Fact
from graadmeter.domain.periods import parse_period
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.pseudonymise.apply import pseudonymise
from graadmeter.pseudonymise.keys import new_key
from graadmeter.standardise import model
from graadmeter.standardise.records import standardise
from graadmeter.store import records
from graadmeter.store.workspace import load
from graadmeter.synth import write_region
from graadmeter.synth.domains.write import CLAIMS, TABLES

KEY = new_key(bytes(range(32)))
LAST = parse_period("2025KW04").last


class Stored:
    """A small region, delivered, checked, pseudonymised, stored and modelled; messages left out for speed."""

    def __init__(self, place: Path) -> None:
        self.place, self.findings, self.sessions = place, [], []
        window = {"first": "2025KW03", "fraction": 0.02, "defects": False, "processes": 1}
        write_region(place, seed=5, municipalities=["GM0141", "GM0147"], **window)
        self.workspace = load(place)
        with DuckDBEngine(threads=1) as engine:
            for folder in sorted((place / "inbox").iterdir()):
                self._take(engine, folder)
            records.register_events(engine, self.workspace.warehouse, self.sessions)
            model.build(engine, last_quarter=LAST)
            records.write_model(engine, self.workspace.warehouse)
        with DuckDBEngine(threads=1) as engine:
            records.register_model(engine, self.workspace.warehouse)
            self.tables = {fact.name: engine.query(f"FROM {fact.name}") for fact in FACTS}
            self.persons = engine.query("SELECT persoon FROM persoon")["persoon"].to_pylist()
            self.claims = engine.query("SELECT bedrag_cent FROM declaratieregel")["bedrag_cent"].to_pylist()
            self.benefits = engine.query("SELECT * FROM traject WHERE soort = 'bijstand'").num_rows

    def _take(self, engine: DuckDBEngine, folder: Path) -> None:
        gemeente, period = folder.name.split("-")
        region = self.workspace.region
        found = assess(
            engine,
            read_files(sorted(folder.glob("*.csv"))),
            deliverer=f"GM{gemeente}",
            period=period,
            products=self.workspace.products,
            region=region,
        )
        self.findings += [one for one in found.findings if one.file.removesuffix(".csv") in {CLAIMS, *TABLES}]
        events = standardise(
            engine,
            found.good,
            session=folder.name,
            gemeente=f"GM{gemeente}",
            quarter=parse_period(period).first,
            products=self.workspace.products,
            areas=region.areas,
        )
        records.write_session(self.workspace.warehouse, folder.name, pseudonymise(events, key=KEY))
        self.sessions.append(folder.name)

    def truth(self, fact: Fact) -> list[dict[str, str]]:
        """What the generator says the model should hold."""
        with (self.place / "truth/domeinen" / f"{fact.name}.csv").open(encoding="utf-8") as file:
            return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    return Stored(tmp_path_factory.mktemp("domains"))


def plain(fact: Fact, row: dict[str, object]) -> tuple[str, ...]:
    """A row without its ids."""
    ids = {one.column.name for one in fact.columns if one.purpose}
    return tuple("" if row[name] is None else str(row[name]) for name in fact.model.names if name not in ids)


def grouped(fact: Fact, rows: Iterable[dict[str, object]], column: str) -> Counter[tuple[object, ...]]:
    """Which rows share an id, whatever the ids are called."""
    shared = defaultdict(list)
    for row in rows:
        shared[row["gemeente"] if column != "persoon" else "", row[column] or ""].append(plain(fact, row))
    return Counter((key[1] == "", tuple(sorted(group))) for key, group in shared.items())


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_the_model_holds_the_truth(stored: Stored, fact: Fact) -> None:
    found, expected = stored.tables[fact.name].to_pylist(), stored.truth(fact)
    assert len(expected) > 3
    assert Counter(plain(fact, row) for row in found) == Counter(plain(fact, row) for row in expected)
    for one in fact.columns:
        if one.purpose:
            name = one.column.name
            assert grouped(fact, found, name) == grouped(fact, expected, name), name


def test_a_clean_delivery_raises_no_question(stored: Stored) -> None:
    assert stored.findings == []


def test_every_generated_file_has_the_columns_of_its_layout(stored: Stored) -> None:
    written = {path.stem for path in stored.place.glob("inbox/*/*.csv")} & {CLAIMS, *TABLES}
    assert written == {CLAIMS, *TABLES}
    for name in sorted(written):
        header = (stored.place / "inbox/0141-2025KW04" / f"{name}.csv").read_text("utf-8").splitlines()[0].split(";")
        assert header == [field.name for field in layouts()[name].fields]


def test_stacking_counts_every_benefit_once(stored: Stored) -> None:
    told = set()
    for path in stored.place.glob("inbox/*/voorzieningen.csv"):
        with path.open(encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file, delimiter=";") if row["wet"] == "participatiewet"]
            told |= {(row["gemeente"], row["voorziening_id"]) for row in rows}
    assert stored.benefits == len(told) > 0


def test_claim_lines_of_the_extract_are_claim_lines(stored: Stored) -> None:
    told = []
    for path in stored.place.glob(f"inbox/*/{CLAIMS}.csv"):
        with path.open(encoding="utf-8") as file:
            told += [int(row["bedrag"]) for row in csv.DictReader(file, delimiter=";")]
    assert sorted(stored.claims) == sorted(told)
    assert len(told) > 20


def test_no_bsn_or_birth_date_is_stored(stored: Stored) -> None:
    persons = {row["persoon"] for fact in FACTS if fact.person for row in stored.truth(fact)} - {""}
    born = set()
    for path in stored.place.glob("inbox/*/wachttijd.csv"):
        with path.open(encoding="utf-8") as file:
            born |= {row["geboortedatum"] for row in csv.DictReader(file, delimiter=";")}
    for folder in ("sessions", "model"):
        for path in (stored.workspace.warehouse / folder).rglob("*.parquet"):
            if path.stem in {fact.name for fact in FACTS}:
                values = {str(value) for row in pa.parquet.read_table(path).to_pylist() for value in row.values()}
                assert not values & (persons | born), path.name


def test_persons_of_facts_are_persons_of_the_model(stored: Stored) -> None:
    for fact in FACTS:
        if fact.person:
            assert set(stored.tables[fact.name]["persoon"].to_pylist()) - {None} <= set(stored.persons)


def test_a_redelivery_replaces_its_period(stored: Stored) -> None:
    kept = [session for session in stored.sessions if session != "0141-2025KW04"]
    with DuckDBEngine(threads=1) as engine:
        records.register_events(engine, stored.workspace.warehouse, kept)
        model.build(engine, last_quarter=LAST)
        left = engine.query("SELECT DISTINCT gemeente, kwartaal FROM interventie").to_pylist()
    assert {(row["gemeente"], row["kwartaal"]) for row in left} == {
        ("GM0141", LAST - 1), ("GM0147", LAST - 1), ("GM0147", LAST),
    }  # fmt: skip


def test_the_event_tables_have_the_declared_columns() -> None:
    for fact in FACTS:
        assert fact.event in FACT_EVENTS
        assert schema_of(fact.event).names[:3] == ["sessie", "gemeente", "kwartaal"]
        raw = {field.name for field in layouts()[fact.name].fields}
        assert {one.field for one in fact.columns} <= raw
        assert set(fact.key) <= set(fact.event.names)
