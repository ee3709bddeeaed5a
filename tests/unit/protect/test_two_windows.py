"""No new start in twelve months lies within none in six: who began between the two may not be few and known."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.run import measure
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.ledger.entries import _of_one_row
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

ENDED = date(2021, 3, 10)
SOON, LATER = date(2021, 6, 1), date(2021, 12, 1)
FEW = {"GM0141": (20, 3, 77), "GM0147": (31, 14, 80), "GM0153": (25, 22, 90)}
"""Of each municipality who began anew within six months, between six and twelve, and not."""
MANY = dict.fromkeys(FEW, (20, 30, 77))


Numbers = Mapping[str, tuple[int, int, int]]


def release(numbers: Numbers, *earlier: pa.Table) -> pa.Table:
    """What is published after these other releases."""
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
    known = [Earlier(f"uitgave-{number + 1}", shown) for number, shown in enumerate(earlier)]
    return protect(Request(cells, chosen, policies(), region, earlier=known), processes=1).cells


def shares(numbers: Numbers, *earlier: pa.Table) -> dict[tuple[str, str], float | None]:
    """What is shown of 2021 per area and window, all forms together."""
    return {
        (row["area"], row["verstreken"]): row["value"]
        for row in release(numbers, *earlier).to_pylist()
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


LATER_ON = (
    {"GM0141": (21, 31, 85), "GM0147": (20, 37, 101), "GM0153": (23, 37, 97)},
    {"GM0141": (24, 30, 99), "GM0147": (23, 34, 100), "GM0153": (26, 33, 95)},
    {"GM0141": (23, 30, 77), "GM0147": (20, 33, 77), "GM0153": (20, 30, 107)},
)


@pytest.mark.parametrize("now", LATER_ON)
def test_a_count_that_is_above_the_line_of_one_share_and_below_that_of_another_has_one_past(now) -> None:
    """Engine and audit each guess it from the shares; a release in which they differ is refused."""
    before = release(MANY)
    found, first = shares(now, before), shares(MANY)
    assert found.keys() == first.keys()
    changed = {spot for spot in found if found[spot] != first[spot]}
    assert changed < found.keys(), "small changes are carried"


def test_guesses_of_one_row_are_its_history() -> None:
    """Of the counts 3 and 4: row 9 tells of 3 once, row 8 twice, row 1 of 4 once."""
    chosen = _of_one_row(np.array([3, 3, 3, 4]), np.array([9, 8, 8, 1]))
    assert chosen.tolist() == [False, True, True, True]
    assert _of_one_row(np.array([3, 3]), np.array([9, 8])).tolist() == [False, True]
    assert len(_of_one_row(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))) == 0
