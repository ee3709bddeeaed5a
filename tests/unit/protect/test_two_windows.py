"""No new start in twelve months lies within none in six: who began between the two may not be few and known."""

from collections.abc import Mapping
from datetime import date

import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.run import measure
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

ENDED = date(2021, 3, 10)
SOON, LATER = date(2021, 6, 1), date(2021, 12, 1)
FEW = {"GM0141": (20, 3, 77), "GM0147": (31, 14, 80), "GM0153": (25, 22, 90)}
"""Of each municipality who began anew within six months, between six and twelve, and not."""
MANY = dict.fromkeys(FEW, (20, 30, 77))


def shares(numbers: Mapping[str, tuple[int, int, int]]) -> dict[tuple[str, str], float | None]:
    """What is shown of 2021 per area and window, all forms together."""
    persons, spells = [], []
    for town, own in numbers.items():
        for begin, people in zip((SOON, LATER, None), own, strict=True):
            for _ in range(people):
                one = {"persoon": len(persons), "gemeente": town, "soort": "jeugdhulp", "hulpvorm": "02"}
                spells.append({**one, "begin": date(2020, 1, 1), "einde": ENDED})
                spells += [{**one, "begin": begin}] if begin is not None else []
                persons.append({"persoon": len(persons), "geboren": date(2012, 1, 1)})
    rows = {"persoon": persons, "traject": [{**row, "traject": at} for at, row in enumerate(spells)]}
    first, last = (parse_period(code).first for code in ("2021KW01", "2022KW04"))
    region, chosen = example_areas(numbers, (), first, last), {"geen_nieuwe_start": indicators()["geen_nieuwe_start"]}
    with DuckDBEngine(threads=1) as engine:
        for name, table in model_tables(rows).items():
            engine.register(name, table)
        cells = measure(engine, chosen, region, edition="proef")
    return {
        (row["area"], row["verstreken"]): row["value"]
        for row in protect(Request(cells, chosen, policies(), region)).cells.to_pylist()
        if row["period"] == "2021JJ00" and row["hulpvorm"] == "total"
    }


def test_three_who_began_between_half_a_year_and_a_year_stay_hidden() -> None:
    found = shares(FEW)
    assert found["GM0141", "04"] is None, "77 of 80 tells of three"
    assert found["GM0141", "total"] is None or found["GM0141", "02"] is None, "77 and 80 of 100 as well"


def test_where_many_did_all_three_shares_are_told() -> None:
    found = shares(MANY)
    assert None not in found.values()
    assert found["GM0141", "02"] == pytest.approx(84.3)
    assert found["GM0141", "total"] == pytest.approx(60.6)
