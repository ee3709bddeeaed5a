"""How many trajectories make one episode of help: spells that overlap or follow each other within a tolerance.

The tolerance (option `tolerantie`, days) moves the number, so two of them are published side by side.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from graadmeter.domain.day_counts import MONDAY
from graadmeter.measure.arrays import area_numbers, column
from graadmeter.measure.methods.interface import Answers, Ask, Form, Method, Outcome, Part, nothing
from graadmeter.measure.places import Places
from graadmeter.measure.rows import DAY
from graadmeter.statistics.arrays import Ints
from graadmeter.statistics.episodes import Episodes, episodes

_BEGIN, _END = DAY + "begin", DAY + "einde"
_RUNS = 1_000_000
"""The last day of what runs on."""


def asks(part: Part) -> Sequence[Ask]:
    """Every trajectory with its person and days."""
    return (Ask(part.lane, Form.ROWS, ("persoon", _BEGIN, _END)),)


def figures(part: Part, answers: Answers, places: Places) -> Outcome:
    """Trajectories per episode, of the episodes with a day in the period; the persons of these are behind it."""
    (ask,) = asks(part)
    answer = answers[ask]
    area, tolerance = area_numbers(answer, places), int(part.measure.options.get("tolerantie", 0))
    value, base, persons = nothing(places), np.zeros(places.shape), np.zeros(places.shape)
    for number in np.unique(area[area >= 0]):
        found = _episodes(answer.filter(pa.array(area == number)), tolerance)
        for place, period in enumerate(places.periods):
            first, last = ((day - MONDAY).days for day in (period.first_day, period.last_day))
            here = (found.first <= last) & (found.last >= first)
            if here.any():
                base[number, place] = here.sum()
                value[number, place] = found.spells[here].sum() / here.sum()
                persons[number, place] = np.unique(found.person[here]).size
    return Outcome(value, base, persons)


def _episodes(own: pa.Table, tolerance: int) -> Episodes:
    many = column(own, "n")
    days: list[Ints] = [
        np.repeat(own.column(name).fill_null(_RUNS).to_numpy().astype(np.int64), many)
        for name in ("persoon", _BEGIN, _END)
    ]
    return episodes(*days, tolerance=tolerance)


EPISODES = Method("episoden", asks, figures, options=("tolerantie",))
