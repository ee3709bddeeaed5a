"""The counting rules of the truth, each on a handful of rows."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graadmeter.domain.periods import parse_period
from graadmeter.synth.community import Window
from graadmeter.synth.days import FAR, day
from graadmeter.synth.truth.known import FORMS, SOORTEN, Known, Residence, merged
from graadmeter.synth.truth.presence import (
    Presence,
    active,
    begun,
    bits_between,
    by_person,
    ended,
    known_wijken,
    wijk_in,
)
from graadmeter.synth.truth.repeats import repeated

WINDOW = Window(parse_period("2024KW01").first, parse_period("2025KW04").first, 4, 1.0)
FIRST = WINDOW.first


def known(*rows):
    """Rows of person, born, begin, end; all youth help of form 02 at provider 1 unless said."""
    base = {"soort": "jeugdhulp", "form": "02", "provider": 1, "referrer": 1, "crisis": False, "dyslexia": False}
    full = [{**base, **row} for row in rows]
    return Known(
        person=np.array([row["person"] for row in full]),
        born=np.array([row.get("born", day(2012)) for row in full]),
        sex=np.ones(len(full), np.int64),
        soort=np.array([SOORTEN.index(row["soort"]) for row in full]),
        form=np.array([FORMS.index(row["form"]) for row in full]),
        provider=np.array([row["provider"] for row in full]),
        begin=np.array([row["begin"] for row in full]),
        end=np.array([row.get("end", FAR) for row in full]),
        referrer=np.array([row["referrer"] for row in full]),
        crisis=np.array([row["crisis"] for row in full]),
        dyslexia=np.array([row["dyslexia"] for row in full]),
        household=np.array([row["person"] for row in full]),
        listed=np.full(len(full), -1),
    )


def test_overlapping_trajectories_become_one_with_the_referrer_of_the_first():
    found = merged(
        known(
            {"person": 1, "begin": day(2024, 3, 1), "end": day(2024, 6, 30), "referrer": 3, "dyslexia": True},
            {"person": 1, "begin": day(2024, 1, 1), "end": day(2024, 3, 1), "referrer": 2, "crisis": True},
            {"person": 1, "begin": day(2024, 5, 1), "end": day(2024, 5, 9)},
        )
    )
    assert len(found) == 1
    assert (found.begin[0], found.end[0], found.referrer[0]) == (day(2024, 1, 1), day(2024, 6, 30), 2)
    assert found.crisis[0]
    assert found.dyslexia[0]


def test_adjoining_or_different_trajectories_stay_apart():
    one = {"person": 1, "begin": day(2024, 1, 1), "end": day(2024, 2, 1)}
    for other in (
        {**one, "begin": day(2024, 2, 2), "end": day(2024, 3, 1)},
        {**one, "provider": 2},
        {**one, "form": "04"},
        {**one, "person": 2},
        {**one, "soort": "bescherming"},
    ):
        assert len(merged(known(one, other))) == 2


def test_a_running_trajectory_takes_in_everything_after_it():
    found = merged(known({"person": 1, "begin": day(2024)}, {"person": 1, "begin": day(2025), "end": day(2025, 2, 1)}))
    assert found.end.tolist() == [FAR]


@given(st.integers(-5, 12), st.integers(-5, 12))
def test_bits_are_the_quarters_of_the_window(first, last):
    bits = int(bits_between(np.array([FIRST + first]), np.array([FIRST + last]), WINDOW)[0])
    assert [bool(bits >> quarter & 1) for quarter in range(8)] == [first <= quarter <= last for quarter in range(8)]
    assert bits < 1 << 8


def test_days_count_on_the_right_side_of_the_eighteenth_birthday():
    rows = known({"person": 1, "born": day(2006, 7, 1), "begin": day(2024, 2, 1), "end": day(2025, 1, 1)})
    yes, no = np.array([True]), np.array([False])
    assert active(rows, WINDOW, yes, no).tolist() == [0b00011]
    assert active(rows, WINDOW, no, yes).tolist() == [0b11100]
    assert active(rows, WINDOW, no, no).tolist() == [0b11111]
    assert begun(rows, WINDOW).tolist() == [0b1]
    assert ended(rows, WINDOW).tolist() == [0]


def test_care_begun_on_the_birthday_is_not_that_of_a_minor():
    rows = known({"person": 1, "born": day(2006, 7, 1), "begin": day(2024, 7, 1), "end": day(2024, 7, 1)})
    assert active(rows, WINDOW, np.array([True]), np.array([False])).tolist() == [0]
    assert begun(rows, WINDOW).tolist() == [0]


def test_help_is_repeated_after_at_least_a_day_and_at_most_five_years():
    def twice(end, begin, **other):
        rows = known({"person": 1, "begin": day(2016), "end": end}, {"person": 1, "begin": begin, **other})
        return repeated(rows).tolist()

    assert twice(day(2024, 1, 30), day(2024, 2, 1)) == [False, True]
    assert twice(day(2024, 1, 31), day(2024, 2, 1)) == [False, False]
    assert twice(day(2019, 2, 1), day(2024, 2, 1)) == [False, True]
    assert twice(day(2019, 1, 31), day(2024, 2, 1)) == [False, False]
    assert twice(day(2024, 1, 1), day(2024, 2, 1), soort="bescherming") == [False, False]
    assert twice(day(2024, 1, 1), day(2024, 2, 1), person=2) == [False, False]


def test_a_person_is_one_row_with_all_quarters():
    found = by_person(Presence(np.array([7, 3, 7, 9]), np.array([0b001, 0b100, 0b110, 0])))
    assert found.person.tolist() == [3, 7]
    assert found.bits.tolist() == [0b100, 0b111]


def test_the_wijk_is_that_of_the_latest_known_quarter_in_which_the_person_counts():
    home = np.full((2, 8), -1, np.int8)
    home[0, :4] = [2, 5, -1, 7]
    residence = Residence(np.array([10, 20]), home)
    wijken = known_wijken(Presence(np.array([10, 20]), np.array([0b0111, 0b0001])), residence)
    assert wijk_in(wijken, 0b1111).tolist() == [5, -1]
    assert wijk_in(wijken, 0b0001).tolist() == [2, -1]
    assert wijk_in(wijken, 0b0100).tolist() == [-1, -1]
