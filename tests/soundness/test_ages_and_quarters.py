"""Wrong numbers at the 18th birthday, the edges of quarters, in unknown wijken and for unknown persons."""

from datetime import date, timedelta

import pytest
from tests.support.raw_rows import (
    ANNA,
    BRAM,
    assignment,
    claim,
    modelled,
    provision,
    start,
    stop,
    trajectories,
)

from graadmeter.domain.ages import eighteenth_birthday

KW1 = 2024 * 4
BIRTHDAY = date(2024, 5, 17)
BORN = date(2006, 5, 17)


def spell(
    begin: date, end: date | None, born: date = BORN, *, wmo: bool = False, last: str = "2025KW04"
) -> dict[str, object]:
    """The one trajectory of a client with this birth date, from begin to end."""
    who = {"geboortedatum": born} | ({"domein": "wmo", "categorie": "02", "productcode": None} if wmo else {})
    tables = {"toewijzing": [assignment(ingangsdatum=begin, **who)], "start": [start(begin, **who)]}
    if end is not None:
        tables["stop"] = [stop(end, begindatum=begin, **who)]
    (found,) = trajectories(tables, last=last)
    return found


def quarters(found: dict[str, object]) -> tuple[object, ...]:
    return tuple(found[name] for name in ("jeugd_van", "jeugd_tot", "volw_van", "volw_tot"))


def test_care_across_the_18th_birthday_counts_on_both_sides_in_that_quarter() -> None:
    found = spell(date(2024, 1, 10), date(2024, 9, 1))
    assert quarters(found) == (KW1, KW1 + 1, KW1 + 1, KW1 + 2)
    assert (found["begin_jeugd"], found["einde_jeugd"]) == (True, False)


def test_care_that_ends_on_the_day_before_the_birthday_has_no_adult_day() -> None:
    found = spell(date(2024, 1, 10), BIRTHDAY - timedelta(days=1))
    assert quarters(found) == (KW1, KW1 + 1, None, None)
    assert found["einde_jeugd"] is True


def test_care_that_ends_on_the_birthday_has_one_adult_day() -> None:
    found = spell(date(2024, 1, 10), BIRTHDAY)
    assert quarters(found) == (KW1, KW1 + 1, KW1 + 1, KW1 + 1)
    assert found["einde_jeugd"] is False


def test_care_that_begins_on_the_birthday_has_no_minor_day() -> None:
    found = spell(BIRTHDAY, date(2024, 9, 1))
    assert quarters(found) == (None, None, KW1 + 1, KW1 + 2)
    assert found["begin_jeugd"] is False


def test_a_birthday_on_the_first_of_a_quarter_ends_youth_in_the_quarter_before() -> None:
    found = spell(date(2024, 1, 10), date(2024, 9, 1), born=date(2006, 4, 1))
    assert quarters(found) == (KW1, KW1, KW1 + 1, KW1 + 2)


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (date(2023, 3, 1), None, (KW1 - 4, KW1 + 1)),
        (date(2024, 1, 10), date(2024, 3, 31), (KW1, KW1)),
        (BIRTHDAY - timedelta(days=1), None, (KW1 + 1, KW1 + 1)),
        (BIRTHDAY, None, (None, None)),
    ],
)
def test_young_is_until_the_day_before_the_23rd_birthday(begin, end, expected) -> None:
    found = spell(begin, end, born=date(2001, 5, 17))
    assert (found["jong_van"], found["jong_tot"]) == expected


def test_one_day_of_care_is_one_quarter() -> None:
    assert quarters(spell(date(2024, 3, 31), date(2024, 3, 31))) == (KW1, KW1, None, None)


def test_the_last_and_the_first_day_of_quarters() -> None:
    found = spell(date(2024, 3, 31), date(2024, 4, 1))
    assert (found["kw_begin"], found["kw_einde"]) == (KW1, KW1 + 1)


def test_running_care_is_known_up_to_the_last_quarter_and_not_beyond() -> None:
    found = spell(date(2024, 1, 10), None, born=date(2015, 1, 1), last="2024KW03")
    assert quarters(found) == (KW1, KW1 + 2, None, None)
    assert (found["einde"], found["kw_einde"], found["einde_jeugd"]) == (None, None, False)


def test_running_care_of_an_adult_to_be_turns_at_the_birthday() -> None:
    assert quarters(spell(date(2024, 1, 10), None, last="2024KW04")) == (KW1, KW1 + 1, KW1 + 1, KW1 + 3)
    assert quarters(spell(date(2024, 1, 10), None, last="2024KW01")) == (KW1, KW1, None, None)


def test_care_that_begins_after_the_last_quarter_is_active_in_none() -> None:
    assert quarters(spell(date(2024, 8, 1), None, last="2024KW01")) == (None, None, None, None)


def test_an_end_planned_after_the_last_quarter_is_kept_as_a_date_only() -> None:
    found = spell(date(2024, 1, 10), date(2027, 1, 1), born=date(1950, 1, 1), wmo=True, last="2024KW02")
    assert (found["einde"], found["kw_einde"]) == (date(2027, 1, 1), 2027 * 4)
    assert quarters(found) == (None, None, KW1, KW1 + 1)


@pytest.mark.parametrize(
    "born", [date(2004, 2, 29), date(2004, 2, 28), date(2005, 3, 1), date(2000, 12, 31), date(1900, 1, 1)]
)
def test_the_engine_knows_the_same_18th_birthday(born: date) -> None:
    birthday = eighteenth_birthday(born)
    before, after = spell(birthday - timedelta(days=1), None, born=born), spell(birthday, None, born=born)
    assert (before["begin_jeugd"], after["begin_jeugd"]) == (True, False)


def test_the_year_of_birth_and_the_quarters_around_the_birthday_are_all_that_is_kept() -> None:
    (person,) = modelled(voorziening=[provision(geboortedatum=date(2006, 4, 1))])["persoon"]
    assert person == {
        "persoon": 1,
        "geslacht": "v",
        "geboortejaar": 2006,
        "kw_laatste_jeugd": KW1,
        "kw_18": KW1 + 1,
    }


def test_a_person_of_two_municipalities_is_one_person_with_two_trajectories() -> None:
    there = {"gemeente": "0153"}
    found = modelled(
        toewijzing=[assignment(), assignment(**there)],
        start=[start(), start(**there)],
        voorziening=[
            provision(toewijzingnummer="1"),
            provision(toewijzingnummer="1", wijk="WK015300", **there),
        ],
    )
    assert len(found["persoon"]) == 1
    assert [one["gemeente"] for one in found["traject"]] == ["GM0141", "GM0153"]
    assert [(home["gemeente"], home["wijk"]) for home in found["woonsituatie"]] == [
        ("GM0141", "WK014110"),
        ("GM0153", "WK015300"),
    ]


@pytest.mark.parametrize("wijk", [None, "WK014199", "WK015300"], ids=["empty", "other vintage", "other municipality"])
def test_a_wijk_that_is_not_of_the_municipality_and_vintage_is_unknown(wijk: str | None) -> None:
    (home,) = modelled(voorziening=[provision(wijk=wijk)])["woonsituatie"]
    assert home["wijk"] == "WK0141XX"


def test_a_person_with_several_provisions_lives_in_one_wijk() -> None:
    rows = [provision(wijk=None), provision(voorziening_id="V2"), provision(voorziening_id="V3", wijk="WK014111")]
    (home,) = modelled(voorziening=rows)["woonsituatie"]
    assert home["wijk"] == "WK014110"


def test_inhabitants_of_an_unknown_wijk_still_count_in_the_municipality() -> None:
    row = {"gemeente": "0141", "peildatum": date(2024, 1, 1), "leeftijd": 7, "geslacht": "m"}
    found = modelled(bevolking=[{**row, "wijk": wijk, "aantal": 5} for wijk in ("WK014110", "WK014150", "WK014160")])
    assert [(one["wijk"], one["aantal"]) for one in found["bevolking"]] == [("WK014110", 5), ("WK0141XX", 10)]


@pytest.mark.parametrize("bsn", ["000000000", "999999999"])
def test_unknown_persons_are_not_taken_for_one_person(bsn: str) -> None:
    who = {"bsn": bsn}
    found = modelled(
        toewijzing=[assignment(**who), assignment(**who, toewijzingnummer="2")],
        start=[start(**who), start(**who, toewijzingnummer="2")],
        prestatie=[claim("1", **who)],
        voorziening=[
            provision(toewijzingnummer="1", **who),
            provision(voorziening_id="V8", hulpvorm="01", **who),
            provision(voorziening_id="V9", hulpvorm="01", **who),
        ],
    )
    assert len(found["persoon"]) == 4
    assert len(found["traject"]) == 4
    (line,) = found["declaratieregel"]
    mine = [one["persoon"] for one in found["traject"] if one["persoon"] == line["persoon"]]
    assert len(mine) == 1, "the claim belongs to the person of its assignment"


def test_households_are_per_municipality() -> None:
    found = modelled(
        voorziening=[
            provision(bsn=ANNA),
            provision(bsn=BRAM, voorziening_id="V2"),
            provision(bsn=BRAM, gemeente="0153", wijk="WK015300"),
        ]
    )
    homes = {(home["persoon"], home["gemeente"]): home["huishouden"] for home in found["woonsituatie"]}
    assert len(set(homes.values())) == 2
    assert len({homes[key] for key in homes if key[1] == "GM0141"}) == 1
