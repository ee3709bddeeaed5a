"""Waiting times of a period with those who still wait: period Kaplan-Meier with delayed entry.

The count names the wait by its moment: `{van: <begin>, tot: [<help started>, <withdrawn>]}`.
"""

from collections.abc import Sequence

import numpy as np

from graadmeter.catalogue.norms import norms
from graadmeter.domain.day_counts import MONDAY
from graadmeter.domain.periods import Period
from graadmeter.domain.sources import SOURCES
from graadmeter.measure.arrays import area_numbers
from graadmeter.measure.delivered import Where, delivered_quarters
from graadmeter.measure.lanes import Lane
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part, nothing
from graadmeter.measure.places import Places
from graadmeter.measure.rows import DAY
from graadmeter.statistics.waiting import NEVER, pooled, waiting

_PERCENT = 100
QUARTERS = 4
"""In a year: as many are put together at most."""
_DECIMALS = 9
"""More than is ever published, and no more than a product of many shares can give."""


def asks(part: Part) -> Sequence[Ask]:
    """Every wait with its days; for a p90 also what was delivered when, where something can be missing."""
    count = part.measure.count
    waits = Ask(part.lane, Form.ROWS, tuple(DAY + name for name in (count.start, *count.ends)))
    pools = part.measure.options.get("maat") == "p90"
    return (waits, Ask(Lane(count), Form.DELIVERED)) if pools and count.table in SOURCES else (waits,)


def figures(part: Part, answers: Answers, places: Places) -> Outcome:
    """With option `maat` = mediaan or p90 the day by which so many have help; `binnen` = the percentage within a norm.

    The norm is that of the option `norm` on the last day of the period, or the option `dagen`.

    The p90 of a period in which few waits ended is that of up to four quarters together (`statistics.waiting.pooled`).
    It does not reach over a quarter that was not delivered: whoever began and ended waiting in it may be in no later
    delivery, so that only the long waits of it would be known.
    Nothing where too few come to help to reach the median or p90.
    """
    ask, *deliveries = asks(part)
    answer, many = answers[ask], answers[ask].column("n").to_numpy()
    area = np.repeat(area_numbers(answer, places), many)
    days = [np.repeat(answer.column(name).fill_null(NEVER).to_numpy(), many) for name in ask.by]
    value, base = nothing(places), np.zeros(places.shape)
    region = places.region
    whole = np.ones((len(places.areas), region.last_quarter - region.first_quarter + 1), dtype=np.bool_)
    for one in deliveries:
        whole = delivered_quarters(places, answers[one], part.measure.count.table)
    for number in np.unique(area[area >= 0]):
        own = [column[area == number] for column in days]
        withdrawn = own[2] if len(own) > 2 else np.full(len(own[0]), NEVER)  # noqa: PLR2004 - begin, start, withdrawn
        for place in places.of_types(part.types).tolist():
            period = places.periods[place]
            seen, _ = pooled(own[0], own[1], withdrawn, _periods(part, places, period, whole[number]))
            base[number, place] = len(seen.left)
            if len(seen.left):
                value[number, place] = _figure(part, waiting(seen, most_of(part, period)))
    return Outcome(value, base, base)


def most_of(part: Part, period: Period) -> int:
    """The days of the option `dagen`, or of the norm on the last day of the period; 0 when neither is asked."""
    options = part.measure.options
    return norms()[options["norm"]].most_on(period.last_day) if "norm" in options else int(options.get("dagen", 0))


def _periods(part: Part, places: Places, period: Period, whole: Where) -> list[tuple[int, int]]:
    """First and last day of the period, and for a p90 of those before it that make a year.

    As far as there are any, and each of their quarters was delivered (`whole`, from the first quarter on).
    """
    length = period.last - period.first + 1
    many = QUARTERS // length if part.measure.options.get("maat") == "p90" else 1
    spans = [period]
    for start in (period.first - length * back for back in range(1, many)):
        place = start - places.region.first_quarter
        if place < 0 or not whole[place : place + length].all():
            break
        spans.insert(0, Period(start, start + length - 1))
    return [((one.first_day - MONDAY).days, (one.last_day - MONDAY).days) for one in spans]


def _figure(part: Part, found: object) -> float:
    asked = part.measure.options.get("maat", "mediaan")
    interval = getattr(found, {"mediaan": "median", "p90": "p90", "binnen": "within_norm"}[asked])
    if interval.value is None:
        return np.nan
    return round(float(interval.value) * (_PERCENT if asked == "binnen" else 1), _DECIMALS)


WAITS = Method("wachttijd", asks, figures, options=("maat", "norm", "dagen"), back=QUARTERS)
