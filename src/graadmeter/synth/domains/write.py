"""Writes the tables of the other domains for the last quarters of a municipality, and keeps the truth about them."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.catalogue.layouts import layouts
from graadmeter.domain.fact_tables import FACTS
from graadmeter.domain.periods import quarter
from graadmeter.synth.community import Window
from graadmeter.synth.domains.addresses import addresses
from graadmeter.synth.domains.benefits import benefits
from graadmeter.synth.domains.chain import chain
from graadmeter.synth.domains.claim_lines import claim_lines
from graadmeter.synth.domains.education import education
from graadmeter.synth.domains.experience import experience
from graadmeter.synth.domains.interventions import interventions
from graadmeter.synth.domains.outcomes import outcomes
from graadmeter.synth.domains.personal_budgets import personal_budgets
from graadmeter.synth.domains.story import Fact, Quarter, Row, Told, scattered
from graadmeter.synth.domains.waiting import waiting
from graadmeter.synth.extract import extract_table
from graadmeter.synth.municipality import Draw

QUARTERS = 8
"""The last so many quarters hold these tables."""
_BUDGETS = "pgb"
"""Stands for a law where the clients are those with a personal budget."""
_EVER = "ooit"
"""Stands for a law where the clients are those who had youth help in any quarter so far: their cases may go on."""
_FIRST = 40
"""Clients of every group that any table may be about, beside the share below."""
_SHARES = {"jeugdwet": 0.3, "wmo": 0.02, "participatiewet": 0.0, _BUDGETS: 0.0}
"""The largest share of a group that a table is about: only these are made into rows, which takes most of the time."""


@dataclass(frozen=True, slots=True)
class _Table:
    of: tuple[str, ...]
    """Whose clients it is about."""
    tell: Callable[[list[Row], Quarter], Iterator[Told]]


TABLES: Mapping[str, _Table] = {
    "wachttijd": _Table(("jeugdwet",), waiting),
    "ketenstap": _Table((_EVER,), chain),
    "uitkomst": _Table(("jeugdwet",), outcomes),
    "ervaring": _Table(("jeugdwet", "wmo"), experience),
    "onderwijs": _Table(("jeugdwet",), education),
    "participatiewet": _Table(("participatiewet",), benefits),
    "interventie": _Table(("jeugdwet",), interventions),
    "adres": _Table(("jeugdwet",), addresses),
    "pgb_besteding": _Table((_BUDGETS,), personal_budgets),
}


CLAIMS = "declaratie_uittreksel"
"""The table with claim lines; what it holds is in messages 323 as well."""


def write_domains(inbox: Path, drawn: Draw, window: Window) -> dict[str, list[Fact]]:
    """Writes `<inbox>/<gemeente>-<quarter>/<table>.csv`; gives per fact table the rows the model should hold."""
    start, number = max(window.first, window.last - QUARTERS + 1), drawn.community.municipality.number
    truth: dict[str, dict[tuple[object, ...], Fact]] = {fact.name: {} for fact in FACTS}
    keys = {fact.name: fact.key for fact in FACTS}
    ever: dict[str, Row] = {}
    for index in range(start, window.last + 1):
        when = Quarter(number, index, start, window.last)
        clients = _clients(extract_table(drawn.extract, index, window))
        for client in clients["jeugdwet"]:
            ever.setdefault(client["bsn"], client)
        clients[_EVER] = list(ever.values())
        folder = inbox / f"{number}-{quarter(index).code}"
        _write(folder / f"{CLAIMS}.csv", CLAIMS, when, claim_lines(drawn, index))
        for name, table in TABLES.items():
            told = list(table.tell([one for group in table.of for one in clients[group]], when))
            _write(folder / f"{name}.csv", name, when, (one.row for one in told))
            for one in told:
                if one.fact is not None:
                    fact = {"gemeente": f"GM{number}", "kwartaal": index, **one.fact}
                    truth[name][tuple(fact[key] for key in keys[name])] = fact
    return {name: list(rows.values()) for name, rows in truth.items()}


def write_domain_truth(folder: Path, parts: Iterable[Mapping[str, list[Fact]]]) -> None:
    """Writes `<folder>/<table>.csv`: the columns of the model table, with ids as they were delivered."""
    known = list(parts)
    folder.mkdir(parents=True, exist_ok=True)
    for fact in FACTS:
        rows = [[_text(row[name]) for name in fact.model.names] for part in known for row in part[fact.name]]
        with (folder / f"{fact.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(fact.model.names)
            writer.writerows(sorted(rows))


def _clients(extract: pa.Table) -> dict[str, list[Row]]:
    """Some clients per group: with a provider, with assistance, with a personal budget; in the order of their BSN."""
    laws = extract["wet"]
    with_provider = pc.and_(pc.equal(laws, "jeugdwet"), pc.not_equal(extract["aanbieder"], ""))
    budgets = pc.and_(pc.equal(extract["leveringsvorm"], "PGB"), pc.is_in(laws, pa.array(["jeugdwet", "wmo"])))
    groups = {
        "jeugdwet": with_provider,
        "wmo": pc.equal(laws, "wmo"),
        "participatiewet": pc.equal(laws, "participatiewet"),
        _BUDGETS: budgets,
    }
    found = {}
    for group, chosen in groups.items():
        mine = extract.filter(chosen)
        mine = mine.take(pc.sort_indices(mine, [("bsn", "ascending"), ("voorziening_id", "ascending")]))
        among = scattered(mine["bsn"].cast(pa.int64()).to_numpy()) < _SHARES[group]
        among[:_FIRST] = True
        found[group] = mine.filter(pa.array(among)).to_pylist()
    return found


def _write(path: Path, table: str, when: Quarter, rows: Iterable[Row]) -> None:
    same = {"gemeente": when.gemeente, "kwartaal": quarter(when.index).code}
    written = [same | row for row in rows]
    if not written:
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [one.name for one in layouts()[table].fields], delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(written)


def _text(value: object) -> str:
    return "" if value is None else str(value)
