"""Where cases are in a chain: against counting them one by one, and where there is too little to tell."""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest

from graadmeter.domain.day_counts import MONDAY
from graadmeter.domain.indicators import Count, Measure, Moment, Unit
from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.measure.example import example_areas
from graadmeter.measure.methods.flow import FEWEST, FLOW
from graadmeter.measure.methods.interface import Part
from graadmeter.measure.places import Places

TOWN, STATES = "GM0141", ("in", "raad", "hulp")
PLACES = Places(example_areas((TOWN,), (), parse_period("2024KW01").first, parse_period("2025KW04").first))
CODES = [period.code for period in PLACES.periods]


def _told(log: list[tuple[int, str, date]], days: int, period: str, member: str) -> tuple[float, float, float]:
    """Share, cases and persons of the member for steps (case, step, day) in one municipality."""
    count = Count(Unit.NUMBER, "ketenstap", moment=Moment.ON, start="datum")
    options = {"van": "in", "dagen": str(days)}
    measure = Measure(Unit.PERCENT, count, options=options, breakdowns=("stap",), members={"stap": STATES})
    part = Part(measure, "stap", member, (PeriodType.YEAR,))
    (ask,) = FLOW.asks(part)
    case, step, day = zip(*log, strict=True)
    columns = ([TOWN] * len(log), case, step, [(one - MONDAY).days for one in day], [1] * len(log))
    answer = pa.table(dict(zip(("area", *ask.by, "n"), map(list, columns), strict=True)))
    found = FLOW.figures(part, {ask: answer}, PLACES)
    at = PLACES.index[TOWN], CODES.index(period)
    return found.value[at], found.base[at], found.persons[at]


def _chain(seed: int) -> list[tuple[int, str, date]]:
    """Sixty cases that come in on New Year's Day and step on after some days; some do so on one day."""
    rng, log = np.random.default_rng(seed), []
    for case in range(60):
        now = date(2024, 1, 1)
        for step in STATES[: rng.integers(1, 4)]:
            log.append((case, step, now))
            now += timedelta(days=int(rng.integers(0, 60)))
    return [log[place] for place in rng.permutation(len(log))]


@pytest.mark.parametrize("days", [0, 1, 20, 59, 200])
@pytest.mark.parametrize("seed", [1, 2])
def test_where_all_are_seen_the_shares_are_those_that_are_counted(seed, days) -> None:
    log = _chain(seed)
    until = date(2024, 1, 1) + timedelta(days=days)
    newest = [max(STATES.index(step) for one, step, day in log if one == case and day <= until) for case in range(60)]
    counted = np.bincount(newest, minlength=len(STATES))
    for place, member in enumerate(STATES):
        share, cases, persons = _told(log, days, "2024JJ00", member)
        assert share == pytest.approx(100 * counted[place] / 60)
        assert (cases, persons) == (60, counted[counted > 0].min())


def test_a_later_period_tells_of_the_days_it_saw() -> None:
    """In 2025 nobody steps on: who came in just before is there half a year later."""
    log = [(case, "in", date(2024, 12, 1)) for case in range(9)]
    log += [(case, "raad", date(2024, 12, 11)) for case in (1, 2)]
    assert _told(log, 20, "2024JJ00", "raad")[0] == pytest.approx(100 * 2 / 9)
    assert _told(log, 182, "2025JJ00", "in") == (100, 9, 9)
    assert np.isnan(_told(log, 182, "2024JJ00", "in")[0])


def test_steps_before_the_first_report_and_cases_without_one_are_left_out() -> None:
    log = [(case, "in", date(2024, 1, 1)) for case in range(5)]
    before = [(0, "hulp", date(2023, 12, 1)), (7, "raad", date(2024, 1, 5))]
    assert _told(log + before, 30, "2024JJ00", "in") == (100, 5, 5)
    assert _told(before, 30, "2024JJ00", "in")[1] == 0


def test_too_few_followed_tell_nothing() -> None:
    log = [(case, "in", date(2024, 1, 1)) for case in range(FEWEST - 1)]
    share, cases, persons = _told(log, 30, "2024JJ00", "in")
    assert (np.isnan(share), cases, persons) == (True, FEWEST - 1, 0)
    # Of nine reported in two years, four were followed for more than the days after New Year.
    late = [(case, "in", date(2024, 12, 30)) for case in range(4, 9)]
    assert np.isnan(_told(log + late, 30, "2024JJ00", "in")[0])
