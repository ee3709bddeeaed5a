"""From generator to model: what providers and Veilig Thuis deliver by protocol equals the truth, in every form."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.support.raw_rows import AREAS, KEY

from graadmeter.catalogue.products import base_products
from graadmeter.deliver.assess import assess
from graadmeter.deliver.columns.load import load_maps
from graadmeter.deliver.identity import identify
from graadmeter.deliver.inbox import deliveries_in
from graadmeter.deliver.reader import read_files
from graadmeter.domain.findings import Severity
from graadmeter.domain.periods import parse_period
from graadmeter.domain.protocol_tables import PROTOCOL_MODEL
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.pseudonymise.apply import pseudonymise
from graadmeter.pseudonymise.pseudonyms import pseudonyms
from graadmeter.standardise import model
from graadmeter.standardise.records import standardise
from graadmeter.store import records
from graadmeter.synth.protocols.delivery import Form, ProtocolDelivery, fixed_map, write_deliveries
from graadmeter.synth.protocols.reports import report_deliveries, statutory_deliveries
from graadmeter.synth.protocols.youth import youth_deliveries

ASKED = {Severity.STOPS_ROW, Severity.STOPS_FILE, Severity.QUESTION}
Rows = dict[str, list[dict[str, Any]]]
REGION = Region("Twente", "JZ14", 2025, AREAS, 8096, 8103, {"30000001": "A", "30000002": "B"}, fictitious=True)


def carried(root: Path, deliveries: list[ProtocolDelivery], form: Form = Form.CSV) -> Rows:
    """The protocol tables of the model after deliver, check, standardise, pseudonymise, store and load."""
    (root / "kolommen").mkdir()
    tables = sorted({table for one in deliveries for table in one.tables})
    (root / "kolommen/alle.yaml").write_text("kaarten:\n" + "".join(map(fixed_map, tables)))
    write_deliveries(root / "inbox", deliveries, form)
    sessions = []
    with DuckDBEngine(threads=1) as engine:
        for folder in deliveries_in(root / "inbox"):
            deliverer, period = identify(folder, None, None)
            raw = read_files([folder], maps=load_maps(root / "kolommen", deliverer))
            assert [finding.code for finding in raw.findings if finding.severity is not Severity.QUESTION] == []
            found = assess(engine, raw, deliverer=deliverer, period=period, products=base_products(), region=REGION)
            assert [one for one in found.findings if one.severity in ASKED and one.code.startswith("GM-")] == []
            name = f"{deliverer}-{period}-00000000"
            events = standardise(
                engine,
                found.good,
                session=name,
                gemeente=deliverer,
                quarter=parse_period(period).first,
                products=base_products(),
                areas=AREAS,
            )
            records.write_session(root / "warehouse", name, pseudonymise(events, key=KEY))
            sessions.append(name)
        records.register_events(engine, root / "warehouse", sessions)
        model.build(engine, last_quarter=8103)
        assert engine.query("SELECT count(*) AS n FROM traject").to_pylist() == [{"n": 0}]
        return {table.name: engine.query(f"FROM {table.name}").to_pylist() for table in PROTOCOL_MODEL}


@pytest.mark.parametrize("form", Form)
def test_trajectories_of_providers(tmp_path: Path, form: Form) -> None:
    deliveries, truth = youth_deliveries(11, 48)
    rows = carried(tmp_path, deliveries, form)
    fields = ("aanbieder", "register", "vorm", "begin", "einddatum", "overdrachten")
    found = Counter(tuple(row[name] for name in fields) for row in rows["bij_traject"])
    expected = Counter((t.aanbieder, t.register, t.vorm, t.begin, t.einde, t.overdrachten) for t in truth)
    assert found == expected
    assert len({row["persoon"] for row in rows["bij_traject"]}) == len({t.bsn for t in truth if t.bsn}) + sum(
        not t.bsn for t in truth
    )
    assert {row["gemeente"] for row in rows["bij_traject"]} == {"GM0141"}
    assert all(row["begin_voor_18"] is None for row in rows["bij_traject"] if row["vorm"] == "12")
    assert all(row["begin_bekend"] for row in rows["bij_traject"])
    answers = {(one["nut"], one["zonder_hulp"], one["informant"], one["meting"]) for one in rows["bij_uitkomst"]}
    assert answers == {(8, "04", "J", 1)}
    assert len(rows["bij_uitkomst"]) == sum(t.vorm == "02" for t in truth)


@pytest.mark.parametrize("form", [Form.CSV, Form.FIXED])
def test_reports_to_veilig_thuis(tmp_path: Path, form: Form) -> None:
    deliveries, truth = report_deliveries(12, 24)
    rows = carried(tmp_path, deliveries, form)
    studied = {row["onderzoek"] for row in rows["vt_onderzoek"]}
    found = sorted(
        (r["datum_melding"], r["besluit"], r["aanleiding"], r["betrokkenen"], r["onderzoek"] in studied)
        for r in rows["vt_melding"]
    )
    assert found == sorted((t.datum_melding, t.besluit, t.aanleiding, t.betrokkenen, t.onderzocht) for t in truth)
    known = [row for row in rows["vt_betrokkene"] if row["melding"] is not None]
    assert len(known) == sum(t.bekend for t in truth)
    assert len(rows["vt_advies"]) == len(truth)


def test_statutory_records(tmp_path: Path) -> None:
    deliveries, truth = statutory_deliveries(13, 20)
    rows = carried(tmp_path, deliveries)["art8f"]
    found = sorted((f"{row['begindatum']:%Y%m%d}", row["vorm"], row["bedrag"], bool(row["einddatum"])) for row in rows)
    assert found == sorted((t["begindatum"], t["vorm"], int(t["bedrag"]), "einddatum" in t) for t in truth)


def test_nothing_personal_is_stored(tmp_path: Path) -> None:
    deliveries, truth = youth_deliveries(14, 16)
    carried(tmp_path, deliveries)
    stored = b"".join(path.read_bytes() for path in sorted((tmp_path / "warehouse").rglob("*.parquet")))
    assert not [t.bsn for t in truth if t.bsn and t.bsn.encode() in stored]
    session = "30000001-2025HJ02-00000000"
    assert "bij_record" in records.table_facts(tmp_path / "warehouse", session)
    records.empty_tables(tmp_path / "warehouse", session, ["bij_record"])
    assert "bij_record" not in records.table_facts(tmp_path / "warehouse", session)
    first = next(t.bsn for t in truth if t.bsn)
    assert pseudonyms([first], purpose="persoon", key=KEY)[0].as_py().encode() in stored


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for place in ("a", "b"):
        write_deliveries(tmp_path / place, youth_deliveries(3, 16)[0], Form.CSV)
    files = [path.relative_to(tmp_path / "a") for path in sorted((tmp_path / "a").rglob("*.csv"))]
    assert len(files) == 10
    assert all((tmp_path / "a" / one).read_bytes() == (tmp_path / "b" / one).read_bytes() for one in files)
