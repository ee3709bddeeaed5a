"""The small tools of drawing."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graadmeter.domain.ages import eighteenth_birthday
from graadmeter.domain.bsn import eleven_test, is_special, is_synthetic
from graadmeter.domain.periods import quarter, quarter_of
from graadmeter.synth import days
from graadmeter.synth.draw import apportion, pick
from graadmeter.synth.homes import together
from graadmeter.synth.numbers import MOVERS, NOBODY, numbers_for, valid_numbers
from graadmeter.synth.population import inhabitants, total, youth
from graadmeter.synth.region_facts import municipalities

DATES = st.dates(date(1900, 1, 1), date(2050, 12, 31))


@given(st.integers(0, 100_000), st.lists(st.floats(0.01, 1000), min_size=1, max_size=40))
def test_apportioning_keeps_the_total_and_is_off_by_less_than_one(total_, weights):
    parts = apportion(total_, np.array(weights))
    exact = total_ * np.array(weights) / sum(weights)
    assert parts.sum() == total_
    assert (np.abs(parts - exact) < 1).all()


def test_apportioning_nothing_gives_nothing():
    assert apportion(0, np.ones(3)).tolist() == [0, 0, 0]
    assert apportion(5, np.zeros(3)).tolist() == [0, 0, 0]


def test_picking_follows_the_weights_and_never_takes_what_has_none():
    found = pick(np.random.default_rng(1), np.array([1.0, 0.0, 3.0]), 40_000)
    counts = np.bincount(found, minlength=3)
    assert counts[1] == 0
    assert abs(counts[2] / 40_000 - 0.75) < 0.01


@given(DATES)
def test_days_know_their_quarter_and_text(when):
    number = np.array([days.day(when.year, when.month, when.day)])
    assert days.iso(number) == [when.isoformat()]
    assert days.quarter_of(number)[0] == quarter_of(when)
    assert days.year_of(number)[0] == when.year
    first = date(1970, 1, 1) + timedelta(days=days.quarter_first(quarter_of(when)))
    assert first == quarter(quarter_of(when)).first_day


@given(DATES)
def test_the_eighteenth_birthday_is_that_of_the_domain(born):
    number = np.array([days.day(born.year, born.month, born.day)])
    assert days.iso(days.eighteenth(number)) == [eighteenth_birthday(born).isoformat()]


def test_far_has_no_text():
    assert days.iso(np.array([days.FAR])) == [""]


def test_every_number_passes_the_eleven_test_and_can_belong_to_nobody():
    numbers = [f"{number:09d}" for number in valid_numbers().tolist()]
    assert len(numbers) > 900_000
    assert all(eleven_test(number) and is_synthetic(number) for number in numbers[::37])
    assert not any(is_special(number) for number in numbers[:10])


def test_municipalities_draw_from_separate_parts_of_the_range():
    rng = np.random.default_rng(3)
    one, other = numbers_for(rng, 5000, (0.0, 0.5)), numbers_for(rng, 5000, (0.5, 1.0))
    everybody = np.concatenate([one, other])
    assert len(np.unique(everybody)) == 10_000
    assert not np.isin(everybody, valid_numbers()[:MOVERS]).any()
    assert not np.isin(everybody, valid_numbers()[-NOBODY:]).any()


def test_households_have_one_first_person():
    head = together(np.random.default_rng(5), 2000, 0.3, 50)
    assert (head[head] == head).all()
    assert (head <= np.arange(2000)).all()
    assert 0.65 < len(np.unique(head)) / 2000 < 0.75


def test_inhabitants_add_up_to_the_published_total():
    for item in municipalities():
        for year in (2019, 2025):
            found = inhabitants(item, year, 1.0)
            assert found.count.sum() == item.inhabitants[year] == total(item, year, 1.0)
            assert found.count[found.age < 18].sum() == youth(item, year, 1.0)
    almelo = inhabitants(municipalities()[0], 2021, 1.0)
    assert almelo.count[almelo.age < 18].sum() == 14_150
