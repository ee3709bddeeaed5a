"""At which step of a chain cases are, so many days after they came in: Aalen-Johansen with delayed entry.

As with waits, whoever is on the way in the period counts for the days it was seen, so the shares tell how the chain
goes now: see `statistics.multistate`. The count names the table and its date: `moment: {op: datum}`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.day_counts import MONDAY
from graadmeter.domain.periods import Period
from graadmeter.measure.arrays import Array, area_numbers
from graadmeter.measure.lanes import Lane
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part, nothing
from graadmeter.measure.places import Places
from graadmeter.measure.rows import DAY
from graadmeter.statistics.arrays import Floats, Ints
from graadmeter.statistics.multistate import aalen_johansen, stays, thinnest
from graadmeter.statistics.waiting import NEVER

DIMENSION = "stap"
FEWEST = 5
"""So many must have been seen on every day with a step: of fewer, one case moves the shares. Own rule."""
_PERCENT = 100
_DECIMALS = 9
"""More than is ever published, and no more than a product of many shares can give."""
_BEFORE = 0.5
"""A case comes in half a day before the other steps of its first day, so that these are steps too."""


@dataclass(frozen=True, slots=True)
class _Log:
    """The steps of the cases of one area that came in, sorted by case and moment; one row each."""

    case: Ints
    state: Ints
    moment: Floats
    come: Ints
    """Per case the day it came in."""


def asks(part: Part) -> Sequence[Ask]:
    """Every step with its case and day."""
    count = part.measure.count
    return (Ask(Lane(count), Form.ROWS, ("zaak", DIMENSION, DAY + count.start)),)


def figures(part: Part, answers: Answers, places: Places) -> Outcome:
    """The percentage of cases whose newest step, `dagen` after their first step `van`, is this member.

    Only the members of the measure are steps; what a case did before `van` is left out. It rests on the cases that came
    in so many days before the period began, or in it. The shares of all members add up to 100, so each is only as safe
    as the smallest: the persons are those of the smallest that is not nothing.
    """
    (ask,) = asks(part)
    measure, rows = part.measure, answers[ask].drop_null()
    steps = measure.members[DIMENSION]
    known = pc.index_in(rows[DIMENSION].cast(pa.string()), value_set=pa.array(steps, pa.string()))
    rows, known = rows.filter(known.is_valid()), known.drop_null().to_numpy()
    area = area_numbers(rows, places)
    case, day = (rows[name].to_numpy().astype(np.int64) for name in (ask.by[0], ask.by[2]))
    begins, days = steps.index(measure.options["van"]), int(measure.options["dagen"])
    value, base, persons = nothing(places), np.zeros(places.shape), np.zeros(places.shape)
    for number in np.unique(area[area >= 0]):
        own = area == number
        log = _log(case[own], known[own], day[own], begins)
        for place in places.of_types(part.types).tolist():
            many, shares = _of_period(log, places.periods[place], days, np.eye(len(steps))[begins])
            base[number, place] = many
            if shares is not None:
                there = np.rint(many * shares)
                value[number, place] = round(float(shares[steps.index(part.member)]) * _PERCENT, _DECIMALS)
                persons[number, place] = there[there > 0].min(initial=many)
    return Outcome(value, base, persons)


def _log(case: Array, state: Ints, day: Ints, begins: int) -> _Log:
    """The steps from the first `begins` of each case on; of one day in the order of the chain."""
    cases, which = np.unique(case, return_inverse=True)
    come = np.full(len(cases), NEVER)
    np.minimum.at(come, which[state == begins], day[state == begins])
    kept = day >= come[which]
    which, state, day = which[kept], state[kept], day[kept]
    order = np.lexsort((state, state != begins, day, which))
    moment = day[order].astype(np.float64)
    _, first = np.unique(which[order], return_index=True)
    moment[first] -= _BEFORE
    return _Log(which[order], state[order], moment, come[come < NEVER])


def _of_period(log: _Log, period: Period, days: int, start: Floats) -> tuple[int, Floats | None]:
    """How many cases were so many days on their way or less, and the share at each step; None where too few."""
    first, last = ((day - MONDAY).days for day in (period.first_day, period.last_day))
    many = int(((log.come <= last) & (log.come + days >= first)).sum())
    seen = log.moment <= last
    until = np.full(int(seen.sum()), float(last))
    # Before the first reports of the period, which are half a day early, and after the last steps of the day before it.
    since = first - _BEFORE - _BEFORE / 2
    found = stays(log.case[seen], log.state[seen], log.moment[seen], until, since=since)
    end = days + _BEFORE
    if not many or thinnest(found, end) < FEWEST:
        return many, None
    return many, aalen_johansen(found, start).at(end)


FLOW = Method("doorstroom", asks, figures, options=("van", "dagen"), back=None)
