"""Who has two provisions or more is everybody less those with one, and the sum of those with two, three and so on."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa
import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.run import measure
from graadmeter.protect.audit import sums as audited
from graadmeter.protect.grid import lines
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

QUARTER = "2024KW01"
KINDS = ("huishouden", "ondersteuning", "hulpmiddelen", "verblijf")
NUMBERS = {"GM0141": (60, 37, 3), "GM0147": (80, 45, 21), "GM0153": (90, 61, 19), "GM0158": (55, 38, 14)}
"""Of each municipality those with one provision, two and three."""
FEWER = {"GM0141": (60, 4, 2), "GM0147": (80, 45, 21), "GM0153": (90, 5, 1), "GM0158": (55, 38, 14)}


def request(numbers: Mapping[str, tuple[int, ...]], *names: str) -> Request:
    """What is asked for these numbers of people."""
    persons, spells = [], []
    for town, own in numbers.items():
        for many, people in enumerate(own, start=1):
            for _ in range(people):
                number = len(persons)
                persons.append({"persoon": number, "geboren": date(1950, 1, 1)})
                spells += [
                    {"persoon": number, "gemeente": town, "soort": "wmo", "wmo_vorm": kind, "begin": date(2024, 1, 1)}
                    for kind in KINDS[:many]
                ]
    year = [
        {"gemeente": town, "wijk": f"WK{town[2:]}XX", "jaar": 2024, "leeftijd": 74, "geslacht": "v", "aantal": 9000}
        for town in numbers
    ]
    rows = {"persoon": persons, "traject": [{**row, "traject": at} for at, row in enumerate(spells)], "bevolking": year}
    quarter = parse_period(QUARTER).first
    region = example_areas(numbers, [(town, f"WK{town[2:]}XX") for town in numbers], quarter, quarter)
    chosen = {name: indicators()[name] for name in names}
    with DuckDBEngine(threads=1) as engine:
        for name, table in model_tables(rows).items():
            engine.register(name, table)
        cells = measure(engine, chosen, region, edition="proef")
    return Request(cells, chosen, policies(), region)


def shown(cells: pa.Table, area: str, unit: str, member: str) -> float | None:
    """What is shown of a number of provisions."""
    (found,) = [
        row["value"]
        for row in cells.to_pylist()
        if (row["area"], row["unit"], row["aantal_voorzieningen"], row["wettengroep"]) == (area, unit, member, "total")
    ]
    return found


@pytest.mark.parametrize("numbers", [NUMBERS, FEWER])
def test_a_small_number_cannot_be_worked_out_through_two_or_more(numbers) -> None:
    cells = protect(request(numbers, "stapeling")).cells
    for town, (_, _, three) in numbers.items():
        known = {one: shown(cells, town, "personen", one) is not None for one in ("1", "2", "3", "total")}
        known["2+"] = any(shown(cells, town, unit, "2+") is not None for unit in ("procent", "per_1000"))
        if three < 10:
            assert not known["3"]
            assert not (known["2+"] and known["2"])
            assert not (known["total"] and known["1"] and known["2"])
        assert not (known["total"] and known["2+"]) or known["1"], "one is all but two or more"


def test_the_attack_does_not_rely_on_the_engine_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = request(NUMBERS, "stapeling")
    protect(asked)
    monkeypatch.setattr(lines, "summed_members", lambda *_: ())
    with pytest.raises(DisclosureError, match="Nothing is published"):
        protect(asked)


def test_the_attack_knows_the_sum_by_itself() -> None:
    what = audited.What(next(iter(request(NUMBERS, "stapeling").indicators.values())).measures[0].count)
    more = what._replace(dimension="aantal_voorzieningen", member="2+")
    assert audited.parts_of(more) == ("2", "3", "4", "5", "6+")
    assert audited.parts_of(more._replace(dimension="hulpvorm")) == ()
