"""Of those who were there some quarters ago, how many still are: the retention of a cohort."""

from collections.abc import Sequence

import numpy as np

from graadmeter.domain.periods import PeriodType
from graadmeter.measure.arrays import area_numbers, column
from graadmeter.measure.lanes import Lane
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part, nothing
from graadmeter.measure.places import Places

_PERCENT = 100


def asks(part: Part) -> Sequence[Ask]:
    """Who is present in which quarters."""
    return (Ask(Lane(part.measure.count), Form.BITMAPS),)


def figures(part: Part, answers: Answers, places: Places) -> Outcome:
    """The percentage of those present so many quarters before that are present in the quarter; quarters only.

    The persons behind it are the fewer of those who stayed and those who did not, since both follow from the figure.
    """
    answer = answers[asks(part)[0]]
    area, mask, n = area_numbers(answer, places), column(answer, "a"), column(answer, "n")
    back, first = int(part.member), places.region.first_quarter
    value, base, persons = nothing(places), np.zeros(places.shape), np.zeros(places.shape)
    for number, period in enumerate(places.periods):
        then = period.last - back
        if period.type is not PeriodType.QUARTER or then < first:
            continue
        was, still = (mask >> (then - first) & 1) == 1, (mask >> (period.last - first) & 1) == 1
        begun = np.bincount(area[was], weights=n[was], minlength=places.shape[0])
        stayed = np.bincount(area[was & still], weights=n[was & still], minlength=places.shape[0])
        left = begun - stayed
        value[:, number] = np.divide(_PERCENT * stayed, begun, out=np.full(len(begun), np.nan), where=begun > 0)
        base[:, number] = begun
        persons[:, number] = np.minimum(np.where(stayed > 0, stayed, begun), np.where(left > 0, left, begun))
    return Outcome(value, base, persons)


STAYING = Method("cohort", asks, figures, back=lambda part: int(part.member))
