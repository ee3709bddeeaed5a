"""Episodes: spells of one person that overlap, or lie no further apart than a tolerance, taken together.

The choice of the tolerance moves the number of episodes by tens of per cents, so it is published with the figure; show
28 and 91 days side by side. Days count in full: a spell from day 5 to day 5 lasts one day.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from graadmeter.statistics.arrays import Ints

TOLERANCES = (28, 91)
"""The tolerances in days that are published side by side."""


@dataclass(frozen=True, slots=True)
class Episodes:
    """Episodes by person and first day; one row each."""

    person: Ints
    number: Ints
    """Number within the person, from 1."""
    first: Ints
    last: Ints
    spells: Ints
    """How many spells it is made of."""


def episodes(person: ArrayLike, first: ArrayLike, last: ArrayLike, *, tolerance: int) -> Episodes:
    """The episodes of spells with whole days `first` to `last`.

    A new one begins when more than `tolerance` days lie between the latest last day so far and the next first day.
    Raises ValueError when a spell ends before it begins.
    """
    who, begin, end = (np.asarray(values, dtype=np.int64) for values in (person, first, last))
    if (end < begin).any():
        raise ValueError("a spell ends before it begins")
    if not who.size:
        return Episodes(who, who, who, who, who)
    order = np.lexsort((end, begin, who))
    who, begin, end = who[order], begin[order], end[order]
    other = np.concatenate(([True], who[1:] != who[:-1]))
    latest = _running_maximum(end, np.cumsum(other) - 1)
    new = other.copy()
    new[1:] |= begin[1:] - latest[:-1] - 1 > tolerance
    at = np.flatnonzero(new)
    size = np.diff(np.append(at, who.size))
    start_of_person = np.flatnonzero(other[at])
    number = np.arange(at.size) - np.repeat(start_of_person, np.diff(np.append(start_of_person, at.size))) + 1
    return Episodes(who[at], number, begin[at], latest[at + size - 1], size)


def episodes_query(table: str, tolerance: int) -> str:
    """The same as a SELECT over a table with the whole numbers person, first_day and last_day, for any SQL engine.

    Gives person, first_day, last_day and spells. Days are numbers since engines do not agree on subtracting dates.
    """
    return f"""
SELECT person, MIN(first_day) AS first_day, MAX(last_day) AS last_day, COUNT(*) AS spells
FROM (
    SELECT person, first_day, last_day,
           SUM(begins) OVER (PARTITION BY person ORDER BY first_day, last_day ROWS UNBOUNDED PRECEDING) AS episode
    FROM (
        SELECT person, first_day, last_day,
               CASE WHEN first_day - MAX(last_day) OVER (
                   PARTITION BY person ORDER BY first_day, last_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
               ) - 1 <= {int(tolerance)} THEN 0 ELSE 1 END AS begins
        FROM {table}
    ) AS marked
) AS numbered
GROUP BY person, episode
"""


def _running_maximum(values: Ints, group: Ints) -> Ints:
    """The highest value so far within each group; groups are numbered 0, 1, ... and lie together."""
    low = int(values.min())
    width = int(values.max()) - low + 1
    return np.asarray(np.maximum.accumulate(values - low + group * width) - group * width + low, dtype=np.int64)
