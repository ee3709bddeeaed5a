"""Counts of persons that go wrong in silence: fan-out, double counting, moved persons, parts and wholes."""

from datetime import date

import pytest
from tests.support.measured import Measured

CHILD = {"persoon": 1, "geboren": date(2010, 5, 1), "geslacht": "m"}
TWIN = {"persoon": 2, "geboren": date(2010, 5, 1), "geslacht": "m"}


def spell(number: int, begin: date, end: date | None = None, **other) -> dict:
    return {
        "traject": number, "persoon": 1, "gemeente": "GM0141", "soort": "jeugdhulp", "hulpvorm": "02", "begin": begin,
        "einde": end, **other,
    }  # fmt: skip


def home(quarter: str, wijk: str, person: int = 1, gemeente: str = "GM0141", huishouden: int | None = None) -> dict:
    return {"persoon": person, "gemeente": gemeente, "kwartaal": quarter, "wijk": wijk, "huishouden": huishouden}


def test_many_trajectories_and_homes_are_still_one_person() -> None:
    """Joining spells to homes multiplies rows; persons must not multiply with them."""
    figures = Measured(
        "jeugdhulp",
        {
            "persoon": [CHILD],
            "traject": [spell(n, date(2021, 1, 1), aanbieder=f"0000000{n}") for n in range(1, 6)],
            "woonsituatie": [home(f"2021KW0{q}", "WK014101" if q < 3 else "WK014102") for q in (1, 2, 3, 4)],
        },
    )
    for area in ("GM0141", "JZ99"):
        for period in ("2021KW01", "2021HJ01", "2021JJ00"):
            assert figures(area, period) == 1
    assert figures("WK014101", "2021JJ00") == 0
    assert figures("WK014102", "2021JJ00") == 1


def test_twins_are_two_persons() -> None:
    rows = {"persoon": [CHILD, TWIN], "traject": [spell(1, date(2021, 1, 1)), spell(2, date(2021, 1, 1), persoon=2)]}
    assert Measured("jeugdhulp", rows)("GM0141", "2021KW01") == 2


def test_a_person_in_two_municipalities_counts_in_both_and_once_in_the_region() -> None:
    rows = {
        "persoon": [CHILD],
        "traject": [spell(1, date(2021, 1, 1), date(2021, 5, 1)), spell(2, date(2021, 5, 2), gemeente="GM0153")],
    }
    figures = Measured("jeugdhulp", rows)
    assert [figures(area, "2021KW02") for area in ("GM0141", "GM0153", "JZ99")] == [1, 1, 1]
    assert [figures(area, "2021KW03") for area in ("GM0141", "GM0153", "JZ99")] == [0, 1, 1]


def test_what_a_person_has_in_two_municipalities_is_put_together_in_the_region() -> None:
    """One kind here and two there are three kinds in the region; whether few or many, here or there, all are seen."""
    forms = {"GM0141": {1: ("02",), 2: ("02", "03", "11"), 3: ("02",)}, "GM0153": {1: ("03", "11"), 2: ("02",), 3: ()}}
    having = [
        (person, form, town) for town, of_town in forms.items() for person, has in of_town.items() for form in has
    ]
    rows = {
        "persoon": [{**CHILD, "persoon": person} for person in (1, 2, 3)],
        "traject": [
            spell(number, date(2021, 1, 1), persoon=person, hulpvorm=form, gemeente=town)
            for number, (person, form, town) in enumerate(having)
        ],
        "woonsituatie": [home("2021KW01", "", person, town, 7) for person in (1, 2, 3) for town in forms],
    }
    figures = Measured("stapeling", rows)
    kinds = {
        area: {number: n for number, n in figures.members("aantal_voorzieningen", area, "2021KW01").items() if n}
        for area in ("GM0141", "GM0153", "JZ99")
    }
    assert kinds == {"GM0141": {"1": 2, "3": 1}, "GM0153": {"1": 1, "2": 1}, "JZ99": {"1": 1, "3": 2}}
    assert figures("JZ99", "2021KW01", "huishoudens", aantal_voorzieningen="3") == 1


def test_a_municipality_outside_the_region_counts_nowhere() -> None:
    rows = {"persoon": [CHILD], "traject": [spell(1, date(2021, 1, 1), gemeente="GM9999")]}
    figures = Measured("jeugdhulp", rows)
    assert {figures(area, "2021JJ00") for area in ("GM0141", "GM0153", "JZ99")} == {0}


def test_two_forms_are_two_parts_of_one_person() -> None:
    rows = {"persoon": [CHILD], "traject": [spell(1, date(2021, 1, 1)), spell(2, date(2021, 1, 1), hulpvorm="11")]}
    figures = Measured("jeugdhulp", rows)
    assert figures("GM0141", "2021KW01") == 1
    assert sum(figures.members("hulpvorm", "GM0141", "2021KW01").values()) == 2
    assert sum(figures.members("geslacht", "GM0141", "2021KW01").values()) == 1
    assert sum(figures.members("leeftijdsgroep", "GM0141", "2021KW01").values()) == 1


@pytest.mark.parametrize("wijk", ["WK0141XX", "WK015301", "WK999999"])
def test_wijken_with_the_unknown_one_add_up_to_the_municipality(wijk) -> None:
    """An unknown wijk, one of another municipality and one that does not exist are all 'unknown' here."""
    rows = {
        "persoon": [CHILD, TWIN],
        "traject": [spell(1, date(2021, 1, 1)), spell(2, date(2021, 1, 1), persoon=2)],
        "woonsituatie": [home("2021KW01", "WK014101"), home("2021KW02", wijk), home("2021KW02", "WK014102", 2)],
    }
    figures = Measured("jeugdhulp", rows)
    for period in ("2021KW01", "2021KW02", "2021HJ01", "2021HJ02", "2021JJ00"):
        parts = [figures(area, period) for area in ("WK014101", "WK014102", "WK0141XX")]
        assert sum(parts) == figures("GM0141", period) == 2
    assert figures("WK014101", "2021HJ01") == 1
    assert figures("WK0141XX", "2021HJ02") == 2


def test_a_home_in_a_quarter_without_care_says_nothing() -> None:
    """Care in the first quarter only; the later move does not move the care."""
    rows = {
        "persoon": [CHILD],
        "traject": [spell(1, date(2021, 1, 1), date(2021, 2, 1))],
        "woonsituatie": [home("2021KW01", "WK014101"), home("2021KW02", "WK014102")],
    }
    figures = Measured("jeugdhulp", rows)
    assert (figures("WK014101", "2021JJ00"), figures("WK014102", "2021JJ00")) == (1, 0)


def test_a_home_in_another_municipality_says_nothing_here() -> None:
    rows = {
        "persoon": [CHILD],
        "traject": [spell(1, date(2021, 1, 1))],
        "woonsituatie": [home("2021KW01", "WK015301", gemeente="GM0153")],
    }
    figures = Measured("jeugdhulp", rows)
    assert (figures("WK0141XX", "2021KW01"), figures("WK015301", "2021KW01")) == (1, 0)


def test_a_year_is_not_the_sum_of_its_quarters() -> None:
    rows = {"persoon": [CHILD], "traject": [spell(1, date(2021, 1, 1), date(2021, 12, 31))]}
    figures = Measured("jeugdhulp", rows)
    assert [figures("GM0141", f"2021KW0{q}") for q in (1, 2, 3, 4)] == [1, 1, 1, 1]
    assert figures("GM0141", "2021JJ00") == 1


def test_a_household_that_splits_is_two_and_was_one() -> None:
    rows = {
        "persoon": [CHILD, TWIN],
        "traject": [spell(1, date(2021, 1, 1)), spell(2, date(2021, 1, 1), persoon=2)],
        "woonsituatie": [
            home("2021KW01", "WK014101", 1, huishouden=7),
            home("2021KW01", "WK014101", 2, huishouden=7),
            home("2021KW02", "WK014101", 1, huishouden=7),
            home("2021KW02", "WK014102", 2, huishouden=8),
        ],
    }
    figures = Measured("stapeling", rows)
    assert [figures("GM0141", period, "huishoudens") for period in ("2021KW01", "2021KW02", "2021HJ01")] == [1, 2, 2]
    assert figures("GM0141", "2021KW01", "huishoudens", aantal_voorzieningen="1") == 1


def test_the_parts_of_stacking_are_disjoint_and_complete() -> None:
    kinds = [
        spell(n, date(2021, 1, 1), hulpvorm=form) for n, form in enumerate(("01", "02", "03", "04", "11", "12", "13"))
    ]
    rows = {"persoon": [CHILD, TWIN], "traject": [*kinds, spell(20, date(2021, 1, 1), persoon=2)]}
    figures = Measured("stapeling", rows)
    assert figures.members("aantal_voorzieningen", "GM0141", "2021KW01") == {
        "1": 1, "2": 0, "3": 0, "4": 0, "5": 0, "6+": 1,
    }  # fmt: skip
    assert sum(figures.members("wettengroep", "GM0141", "2021KW01").values()) == 2
