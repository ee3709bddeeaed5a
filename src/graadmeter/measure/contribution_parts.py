"""From answers to the largest parts of every amount: parts per contributor, put together by owner, sorted by size."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graadmeter.domain.holdings import Ownership, holding_of
from graadmeter.measure.arrays import Whole, area_numbers, column
from graadmeter.measure.places import Places

LARGEST = 3
"""How many parts are kept."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of amounts: of which cell (area by period), whose, how much with its sign and how much without."""

    cell: Whole
    who: NDArray[np.str_]
    amount: Whole
    size: Whole
    single: NDArray[np.bool_]
    """Whether it is the part of one contributor, not what all smaller ones have together."""


@dataclass(frozen=True, slots=True)
class Largest:
    """Per cell that has parts: the amount, the sum without signs, the three largest, and whose the first is."""

    cell: Whole
    amount: Whole
    whole: Whole
    largest: tuple[Whole, ...]
    leader: list[str]


def parts_in(answer: pa.Table, by: str, places: Places, owned: Iterable[Ownership] | None) -> Parts:
    """The parts in an answer; with `owned` those of providers with one owner together.

    Rows area, `by`, periode, n; of persons area, periode, plaats, n, grootte. Parts without a contributor are taken as
    those of one.
    """
    area, period = area_numbers(answer, places), column(answer, "periode")
    here = area >= 0
    cell, amount = (area * places.shape[1] + period)[here], column(answer, "n")[here]
    if by == "persoon":
        single = column(answer, "plaats")[here] <= LARGEST
        return Parts(cell, np.full(len(cell), ""), amount, column(answer, "grootte")[here], single)
    codes = np.array([code or "" for code in answer.column(by).to_pylist()], dtype=str)[here]
    found = Parts(cell, codes, amount, np.abs(amount), np.ones(len(cell), dtype=np.bool_))
    return found if owned is None else _together(found, places, tuple(owned))


def _together(found: Parts, places: Places, owned: tuple[Ownership, ...]) -> Parts:
    """The parts of providers that have one owner on the last day of the period, put together."""
    period = found.cell % places.shape[1]
    names = {
        (code, number): holding_of(owned, code, places.periods[number].last_day)
        for code, number in sorted(set(zip(found.who.tolist(), period.tolist(), strict=True)))
    }
    who = np.array([names[pair] for pair in zip(found.who.tolist(), period.tolist(), strict=True)], dtype=str)
    holder, number = np.unique(who, return_inverse=True)
    key, place = np.unique(found.cell * max(len(holder), 1) + number, return_inverse=True)
    amount = np.zeros(len(key), dtype=np.int64)
    np.add.at(amount, place, found.amount)
    cell, name = np.divmod(key, max(len(holder), 1))
    return Parts(cell, holder[name], amount, np.abs(amount), np.ones(len(key), dtype=np.bool_))


def largest_parts(found: Parts) -> Largest:
    """The largest parts of every cell; of equal ones that of the first name."""
    cells, place = np.unique(found.cell, return_inverse=True)
    amount, whole = (np.zeros(len(cells), dtype=np.int64) for _ in range(2))
    np.add.at(amount, place, found.amount)
    np.add.at(whole, place, found.size)
    apart = np.flatnonzero(found.single)
    order = apart[np.lexsort((found.who[apart], -found.size[apart], place[apart]))]
    owner = place[order]
    rank = np.arange(len(order)) - np.searchsorted(owner, owner)
    largest = tuple(np.zeros(len(cells), dtype=np.int64) for _ in range(LARGEST))
    for number, sizes in enumerate(largest):
        sizes[owner[rank == number]] = found.size[order[rank == number]]
    leader = np.full(len(cells), "", dtype=object)
    leader[owner[rank == 0]] = found.who[order[rank == 0]]
    return Largest(cells, amount, whole, largest, leader.tolist())
