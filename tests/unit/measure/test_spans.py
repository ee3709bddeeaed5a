"""From sums per bitmap of presence to what every period sees of the rows."""

import numpy as np
import pytest

from graadmeter.domain.periods import parse_period
from graadmeter.measure.example import example_areas
from graadmeter.measure.renewal.spans import seen_in, told_in, until, year_of, years_of

MOST = 2**64 - 1


def region(first: str, last: str):
    return example_areas(("GM0141",), (), parse_period(first).first, parse_period(last).first)


def seen(first: str, last: str, *rows: tuple[int, int]) -> dict[str, dict[int, int]]:
    """Per period the sum of every set of its quarters (bits of the year) in which rows are present."""
    masks = np.array([mask for mask, _ in rows], dtype=np.int64)
    found = seen_in(masks, np.array([total for _, total in rows], dtype=np.uint64), region(first, last))
    sums = {period.code: np.frombuffer(said, dtype=np.uint64).tolist() for period, said in found}
    return {code: {place: total for place, total in enumerate(said) if total} for code, said in sums.items()}


def told(*rows: tuple[str, int]) -> dict[str, list[int]]:
    quarters = np.array([parse_period(code).first for code, _ in rows])
    found = told_in(quarters, np.array([total for _, total in rows], dtype=np.uint64))
    return {period.code: np.frombuffer(said, dtype=np.uint64).tolist() for period, said in found}


def test_years_also_where_only_a_part_of_one_lies_in_the_region() -> None:
    assert [year.code for year in years_of(region("2019KW04", "2021KW01"))] == ["2019JJ00", "2020JJ00", "2021JJ00"]
    assert [year.code for year in years_of(region("2020KW01", "2020KW04"))] == ["2020JJ00"]
    assert {year_of(parse_period(code)).code for code in ("2021KW01", "2021KW04", "2021HJ02")} == {"2021JJ00"}


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("2021KW01", ["2021KW01"]),
        ("2021KW02", ["2021HJ01"]),
        ("2021HJ01", ["2021HJ01"]),
        ("2021KW03", ["2021HJ01", "2021KW03"]),
        ("2021KW04", ["2021JJ00"]),
        ("2021JJ00", ["2021JJ00"]),
    ],
)
def test_a_year_until_a_period_ends(code: str, parts: list[str]) -> None:
    assert [part.code for part in until(parse_period(code))] == parts


def test_every_period_sees_the_quarters_of_its_own() -> None:
    assert seen("2020KW01", "2021KW04", (0b0000_0110, 5), (0b0000_0010, 7)) == {
        "2020KW02": {0b0010: 12},
        "2020KW03": {0b0100: 5},
        "2020HJ01": {0b0010: 12},
        "2020HJ02": {0b0100: 5},
        "2020JJ00": {0b0110: 5, 0b0010: 7},
    }
    assert seen("2020KW01", "2021KW04", (0b0001_1000, 9)) == {
        **{code: {0b1000: 9} for code in ("2020KW04", "2020HJ02", "2020JJ00")},
        **{code: {0b0001: 9} for code in ("2021KW01", "2021HJ01", "2021JJ00")},
    }


def test_a_region_that_begins_inside_a_year() -> None:
    assert seen("2020KW03", "2021KW02", (0b0101, 9)) == {
        **{code: {0b0100: 9} for code in ("2020KW03", "2020HJ02", "2020JJ00")},
        **{code: {0b0001: 9} for code in ("2021KW01", "2021HJ01", "2021JJ00")},
    }


def test_sums_begin_again_and_what_adds_up_to_nothing_is_nothing() -> None:
    assert seen("2020KW01", "2020KW04", (0b0001, MOST), (0b0001, 3))["2020KW01"] == {0b0001: 2}
    assert not seen("2020KW01", "2020KW04", (0b0001, MOST), (0b0001, 1))
    assert not seen("2020KW01", "2020KW04", (0, 4))


def test_rows_that_are_told_of_one_quarter() -> None:
    assert told(("2020KW02", 5), ("2020KW03", 7), ("2020KW02", MOST)) == {
        "2020KW02": [4],
        "2020KW03": [7],
        "2020HJ01": [0, 4],
        "2020HJ02": [7, 0],
        "2020JJ00": [0, 4, 7, 0],
    }
    assert list(told(("2021KW01", 5), ("2019KW04", 1))) == [
        *("2019KW04", "2019HJ02", "2019JJ00"),
        *("2021KW01", "2021HJ01", "2021JJ00"),
    ]
    assert not told(("2020KW02", 1), ("2020KW02", MOST))
