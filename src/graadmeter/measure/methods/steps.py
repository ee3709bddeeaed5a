"""How long cases take from one step of a chain to another, with those that are still on their way.

Period Kaplan-Meier with delayed entry over the steps of each case (or of each person, for who comes back): see
`statistics.steps` and `statistics.waiting`. The count names the table and its date: `moment: {op: datum}`.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from graadmeter.domain.day_counts import MONDAY
from graadmeter.domain.periods import Period
from graadmeter.measure.arrays import area_numbers
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part, nothing
from graadmeter.measure.methods.waits import most_of
from graadmeter.measure.places import Places
from graadmeter.measure.rows import DAY
from graadmeter.statistics.arrays import Ints
from graadmeter.statistics.steps import waits_between
from graadmeter.statistics.waiting import Waiting, period_waits, waiting

_PERCENT = 100
_NO = "nee"
_OPTIONS = ("van", "naar", "tot", "per", "aansluitend", "maat", "norm", "dagen")


def asks(part: Part) -> Sequence[Ask]:
    """Every step with its case and day."""
    count = part.measure.count
    return (Ask(part.lane, Form.ROWS, (part.measure.options.get("per", "zaak"), "stap", DAY + count.start)),)


def figures(part: Part, answers: Answers, places: Places) -> Outcome:
    """From step `van` to step `naar` (`tot`: what ends the wait otherwise): `maat` = mediaan or p90 in days, or binnen.

    `binnen` is the percentage that got there within `norm`, or within `dagen`. Nothing where no case was on its way in
    the period, or too few came so far. `naar` may name several steps with a blank between: the first of them. With
    `aansluitend` = nee what is reached on the day of the beginning adjoins, and there was no wait.
    """
    (ask,) = asks(part)
    answer = answers[ask]
    area = area_numbers(answer, places)
    value, base = nothing(places), np.zeros(places.shape)
    for number in np.unique(area[area >= 0]):
        waits = _waits(part, ask, answer.filter(pa.array(area == number)))
        for place in places.of_types(part.types).tolist():
            period = places.periods[place]
            found = _of_period(waits, period, most_of(part, period))
            base[number, place] = found.people
            if found.people:
                value[number, place] = _figure(part, found)
    return Outcome(value, base, base)


def _waits(part: Part, ask: Ask, own: pa.Table) -> tuple[Ints, Ints, Ints]:
    options = part.measure.options
    rows = own.drop_null()
    steps = zip(*(rows.column(name).to_pylist() for name in ask.by), strict=True)
    found = waits_between(steps, options["van"], options["naar"].split(), options.get("tot", ""))
    if options.get("aansluitend") != _NO:
        return found
    since, reached, ended = found
    apart = reached != since
    return since[apart], reached[apart], ended[apart]


def _of_period(waits: tuple[Ints, Ints, Ints], period: Period, most: int) -> Waiting:
    first, last = ((day - MONDAY).days for day in (period.first_day, period.last_day))
    return waiting(period_waits(*waits, first, last), most)


def _figure(part: Part, found: Waiting) -> float:
    wanted = {"mediaan": found.median, "p90": found.p90, "binnen": found.within_norm}
    asked = part.measure.options.get("maat", "mediaan")
    moment = wanted[asked].value
    if moment is None:
        return float(np.nan)
    return float(moment) * (_PERCENT if asked == "binnen" else 1)


STEPS = Method("ketenstappen", asks, figures, options=_OPTIONS, back=None)
