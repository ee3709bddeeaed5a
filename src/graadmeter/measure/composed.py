"""The figures of what persons and households have all together, from the answers of `measure.composition`."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count
from graadmeter.domain.slices import LAW_LETTERS, MOST_PROVISIONS
from graadmeter.measure.arrays import Array, Whole, area_numbers, column
from graadmeter.measure.composition import LAW_BITS, LAWS, PERIOD_BITS, PERIODS_IN_WORD
from graadmeter.measure.lanes import Lane
from graadmeter.measure.places import Places
from graadmeter.measure.tables import mask_of

Composed = dict[Lane, Array]
"""Arrays of areas by periods of every lane of aantal_voorzieningen and wettengroep of a count."""
_ROWS = 1024
"""How many rows are looked at in one go: what they have in all periods stays in the cache of the processor."""


def composed(count: Count, places: Places) -> Composed:
    """The lanes of a count, in which nobody is counted yet."""
    return {lane: np.zeros(places.shape) for lane in _lanes(count)}


def add_few(lanes: Composed, places: Places, answer: pa.Table) -> None:
    """Adds those with one kind or two, from rows area, J, P, W, een, ander, n of `composition.few_query`."""
    masks = np.array([mask_of(period, places.region) for period in places.periods], dtype=np.int64)
    area, weight = area_numbers(answer, places), column(answer, "n").astype(np.float64)
    kinds, laws = ([column(answer, name) for name in names] for names in (("een", "ander"), tuple(LAWS)))
    numbers = np.zeros((*places.shape, len(kinds) + 1))
    groups = np.zeros((*places.shape, 1 << len(laws)))
    order = np.argsort(area, kind="stable")
    for start in range(0, len(order), _ROWS):
        rows = order[start : start + _ROWS]
        has_kind, has_law = ([(bits[rows, np.newaxis] & masks) != 0 for bits in bitmaps] for bitmaps in (kinds, laws))
        _add(numbers, area[rows], sum(has.astype(np.int64) for has in has_kind), weight[rows])
        _add(groups, area[rows], sum(has.astype(np.int64) << place for place, has in enumerate(has_law)), weight[rows])
    for lane in lanes:
        if lane.dimension == "wettengroep":
            lanes[lane] += groups[:, :, sum(1 << place for place, letter in enumerate(LAWS) if letter in lane.member)]
        elif lane.member in {str(number) for number in range(1, len(kinds) + 1)}:
            lanes[lane] += numbers[:, :, int(lane.member)]


def _add(counts: Array, area: Whole, classes: Whole, weight: Array) -> None:
    """Adds rows (sorted by area), whose class is given per period, to the counts of their areas by period and class."""
    first, last = int(area[0]), int(area[-1])
    _, periods, many = counts.shape
    cell = ((area - first)[:, np.newaxis] * periods + np.arange(periods)) * many + classes
    weights = np.broadcast_to(weight[:, np.newaxis], cell.shape)
    found = np.bincount(cell.ravel(), weights=weights.ravel(), minlength=(last - first + 1) * periods * many)
    counts[first : last + 1] += found.reshape(-1, periods, many)


def add_many(lanes: Composed, places: Places, answer: pa.Table) -> None:
    """Adds those with more kinds, from rows area, woord, waarde, n of `composition.many_query`."""
    area, word, packed = area_numbers(answer, places), column(answer, "woord"), column(answer, "waarde")
    weight = column(answer, "n").astype(np.float64)
    for place in range(PERIODS_IN_WORD):
        field = packed >> PERIOD_BITS * place & (1 << PERIOD_BITS) - 1
        period = word * PERIODS_IN_WORD + place
        for lane, figures in lanes.items():
            chosen = _belongs(lane, field) & (field != 0)
            np.add.at(figures, (area[chosen], period[chosen]), weight[chosen])


def add_region(lanes: Composed, places: Places) -> None:
    """Adds to the region, of which only who is in several municipalities was counted, what its municipalities have."""
    towns = places.at(Level.MUNICIPALITY)
    for figures in lanes.values():
        figures[0] += figures[towns].sum(axis=0)


def _lanes(count: Count) -> Iterator[Lane]:
    for number in range(1, MOST_PROVISIONS):
        yield Lane(count, "aantal_voorzieningen", str(number))
    yield Lane(count, "aantal_voorzieningen", f"{MOST_PROVISIONS}+")
    letters = LAW_LETTERS.values()
    for bits in range(1, 1 << len(letters)):
        yield Lane(count, "wettengroep", "".join(name for place, name in enumerate(letters) if bits >> place & 1))


def _belongs(lane: Lane, field: Whole) -> NDArray[np.bool_]:
    per_law = [field >> LAW_BITS * place & (1 << LAW_BITS) - 1 for place in range(len(LAW_LETTERS))]
    if lane.dimension == "wettengroep":
        wanted = [letter in lane.member for letter in LAW_LETTERS.values()]
        fits = [(number > 0) == has for number, has in zip(per_law, wanted, strict=True)]
        return np.asarray(np.logical_and.reduce(fits))
    together = np.minimum(np.sum(per_law, axis=0), MOST_PROVISIONS)
    return np.asarray(together == int(lane.member.rstrip("+")))
