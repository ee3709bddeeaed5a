"""Ages and edges of periods: off by one day is off by one quarter."""

from datetime import date, timedelta

import pytest
from tests.support.measured import Measured


def figures(born: date, begin: date, end: date | None, indicator: str = "jeugdhulp", **other) -> Measured:
    spell = {
        "traject": 1, "persoon": 1, "gemeente": "GM0141", "soort": "jeugdhulp", "hulpvorm": "02", "begin": begin,
        "einde": end, **other,
    }  # fmt: skip
    inhabitants = [
        {"gemeente": town, "wijk": f"WK{town[2:]}01", "jaar": year, "leeftijd": 17, "geslacht": "m", "aantal": 100}
        for town in ("GM0141", "GM0153")
        for year in (2021, 2022)
    ]
    return Measured(
        indicator, {"persoon": [{"persoon": 1, "geboren": born}], "traject": [spell], "bevolking": inhabitants}
    )


def quarters(found: Measured, **key) -> list[float | None]:
    return [found("GM0141", f"2021KW0{quarter}", **key) for quarter in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("birthday", "expected"),
    [
        (date(2003, 4, 1), [1, 0, 0, 0]),
        (date(2003, 4, 2), [1, 1, 0, 0]),
        (date(2003, 3, 31), [1, 0, 0, 0]),
        (date(2003, 7, 1), [1, 1, 0, 0]),
        (date(2003, 1, 1), [0, 0, 0, 0]),
        (date(2003, 1, 2), [1, 0, 0, 0]),
        (date(2004, 2, 29), [1, 1, 1, 1]),
    ],
)
def test_the_eighteenth_birthday_itself_is_no_day_of_youth(birthday, expected) -> None:
    assert quarters(figures(birthday, date(2020, 1, 1), None)) == expected


def test_wmo_starts_on_the_eighteenth_birthday() -> None:
    found = figures(date(2003, 4, 1), date(2020, 1, 1), None, "wmo_clienten", soort="wmo", wmo_vorm="ondersteuning")
    assert quarters(found) == [0, 1, 1, 1]


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (date(2021, 3, 31), date(2021, 3, 31), [1, 0, 0, 0]),
        (date(2021, 4, 1), date(2021, 4, 1), [0, 1, 0, 0]),
        (date(2021, 3, 31), date(2021, 4, 1), [1, 1, 0, 0]),
        (date(2020, 12, 31), date(2021, 1, 1), [1, 0, 0, 0]),
        (date(2020, 12, 31), date(2020, 12, 31), [0, 0, 0, 0]),
        (date(2021, 7, 1), None, [0, 0, 1, 1]),
        (date(2015, 1, 1), None, [1, 1, 1, 1]),
        (date(2021, 10, 1), date(2030, 1, 1), [0, 0, 0, 1]),
    ],
)
def test_first_and_last_day_both_count(begin, end, expected) -> None:
    assert quarters(figures(date(2012, 6, 1), begin, end)) == expected


def test_an_open_end_runs_to_the_last_quarter_and_no_further() -> None:
    found = figures(date(2012, 6, 1), date(2021, 1, 1), None)
    assert found("GM0141", "2022KW04") == 1
    flow = figures(date(2012, 6, 1), date(2021, 1, 1), None, "trajecten")
    assert flow("GM0141", "2022JJ00", "trajecten", stroom="beeindigd") == 0
    assert flow("GM0141", "2022JJ00", "trajecten", stroom="actief") == 1


@pytest.mark.parametrize(
    ("birthday", "group"),
    [
        (date(2016, 12, 31), "04-11"),
        (date(2017, 1, 1), "00-03"),
        (date(2008, 12, 31), "12-17"),
        (date(2009, 1, 1), "04-11"),
        (date(2021, 2, 1), "00-03"),
    ],
)
def test_the_age_group_is_that_of_31_december_before(birthday, group) -> None:
    found = figures(birthday, date(2021, 3, 1), None)
    assert found.members("leeftijdsgroep", "GM0141", "2021KW01") == {
        name: float(name == group) for name in ("00-03", "04-11", "12-17")
    }


def test_the_age_group_changes_with_the_year_not_with_the_birthday() -> None:
    found = figures(date(2009, 6, 1), date(2021, 1, 1), None)
    assert found("GM0141", "2021JJ00", leeftijdsgroep="04-11") == 1
    assert found("GM0141", "2021KW04", leeftijdsgroep="04-11") == 1
    assert found("GM0141", "2022KW01", leeftijdsgroep="12-17") == 1


def test_the_denominator_is_that_of_the_year_of_the_period() -> None:
    found = figures(date(2012, 6, 1), date(2021, 1, 1), None)
    assert found("GM0141", "2021KW04", "procent") == 1.0
    assert found("JZ99", "2021KW04", "procent") == 0.5
    assert found("GM0141", "2021KW04", "procent", leeftijdsgroep="12-17") == 0.0


@pytest.mark.parametrize("gap", [0, 1, 2, 400])
def test_a_gap_of_a_day_makes_a_return(gap) -> None:
    """Adjoining trajectories (the day after the last day) are no repeat use; one day without help is."""
    first_end = date(2021, 2, 10)
    begin = first_end + timedelta(days=1 + gap)
    spells = [
        {
            "traject": n,
            "persoon": 1,
            "gemeente": "GM0141",
            "soort": "jeugdhulp",
            "hulpvorm": "02",
            "begin": b,
            "einde": e,
        }
        for n, b, e in ((1, date(2021, 1, 5), first_end), (2, begin, begin))
    ]
    found = Measured("herhaald_beroep", {"persoon": [{"persoon": 1, "geboren": date(2012, 1, 1)}], "traject": spells})
    year = "2021JJ00" if begin.year == 2021 else "2022JJ00"
    assert found("GM0141", year, "trajecten") == float(gap >= 1)


def test_several_starts_after_one_end_are_each_a_return() -> None:
    """CBS corrected this in October 2024: every start counts, not one per person and period."""
    starts = [(1, date(2020, 1, 1), date(2020, 6, 1)), (2, date(2021, 1, 10), None), (3, date(2021, 1, 20), None)]
    spells = [
        {
            "traject": n,
            "persoon": 1,
            "gemeente": "GM0141",
            "soort": "jeugdhulp",
            "hulpvorm": f"0{n}",
            "begin": b,
            "einde": e,
        }
        for n, b, e in starts
    ]
    found = Measured("herhaald_beroep", {"persoon": [{"persoon": 1, "geboren": date(2012, 1, 1)}], "traject": spells})
    assert found("GM0141", "2021KW01", "trajecten") == 2
    assert found("GM0141", "2021KW01", "procent") == 100.0
