"""Figures that differ because the inhabitants differ in age: what was to be expected, and the standardised figure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.compare.codes import GIVEN, reason_words, reasons, words
from graadmeter.compare.index import Index
from graadmeter.compare.inhabitants import Inhabitants
from graadmeter.compare.intervals import rounded
from graadmeter.compare.numbers import Numbers
from graadmeter.compare.series import Series
from graadmeter.domain.comparison import STANDINGS, Reason
from graadmeter.domain.slices import UNKNOWN
from graadmeter.statistics.arrays import Bools, Floats, Ints, floats
from graadmeter.statistics.dobson import directly_standardised
from graadmeter.statistics.funnel import share_class, share_limits
from graadmeter.statistics.normal import CONFIDENCE_95

AGES = "leeftijdsgroep"
_FIGURES = ("expected_value", "expected_low", "expected_high", "value", "low", "high")


@dataclass(frozen=True, slots=True)
class AgeMix:
    """Per row six figures in the unit of the figure, the class against what was expected, and two reasons."""

    figures: Floats
    rank: Ints
    expected_status: Ints
    standardised_status: Ints

    def columns(self) -> dict[str, pa.Array]:
        """The columns of a comparison."""
        expected, direct = self.expected_status == GIVEN, self.standardised_status == GIVEN
        first = {name: rounded(self.figures[at], 2, expected) for at, name in enumerate(_FIGURES[:3])}
        last = {
            f"standardised_{name}": rounded(self.figures[3 + at], 2, direct) for at, name in enumerate(_FIGURES[3:])
        }
        told = {
            "expected_class": words(self.rank + 2, STANDINGS, expected),
            "expected_status": reason_words(self.expected_status),
            "standardised_status": reason_words(self.standardised_status),
        }
        return first | last | told


@dataclass(frozen=True, slots=True)
class _Strata:
    """Rows of one series by its age groups: numbers of the area and of the region, strata along the last axis."""

    rows: Ints
    count: Floats
    base: Floats
    region_count: Floats
    region_base: Floats
    region_total: Floats

    @property
    def usable(self) -> Bools:
        """Whether the region's age groups are all known and make up its total."""
        whole = np.isfinite(self.region_count).all(axis=1) & np.isfinite(self.base).all(axis=1)
        adds_up = np.abs(self.region_count.sum(axis=1) - self.region_total) < 0.5  # noqa: PLR2004 - whole numbers
        found: Bools = whole & adds_up & (self.base > 0).all(axis=1)
        return found


def age_mix_of(index: Index, series: Sequence[Series], numbers: Numbers, persons: Inhabitants, region: str) -> AgeMix:
    """Every total that is also given by age group, against the rates by age of the region in the same period."""
    size = len(index.value)
    figures, rank = np.full((len(_FIGURES), size), np.nan), np.zeros(size, dtype=np.int64)
    divided, usable = np.zeros(size, dtype=np.bool_), np.zeros(size, dtype=np.bool_)
    for number, one in enumerate(series):
        strata = _members(series, one) if _by_age(one) else []
        if not strata:
            continue
        found = _strata(index, numbers, persons, (number, strata, series, region))
        divided[found.rows], usable[found.rows] = True, found.usable
        _fill(figures, rank, numbers, found)
    own = index.area == (index.areas.index(region) if region in index.areas else -1)
    first = [
        (numbers.status != GIVEN, Reason.NO_INTERVAL),
        (~divided, Reason.NO_STRATA),
        (own, Reason.ITSELF),
        (~usable, Reason.STRATA_HIDDEN),
    ]
    expected = reasons(first, size)
    direct = reasons([*first, (~np.isfinite(figures[3]), Reason.STRATA_HIDDEN)], size)
    return AgeMix(floats(figures), rank, expected, direct)


def _by_age(one: Series) -> bool:
    measure = one.measure
    return (
        measure is not None
        and one.is_share
        and one.inhabitants is not None
        and one.member is None
        and AGES in measure.split
        and AGES in measure.additive
    )


def _members(series: Sequence[Series], whole: Series) -> list[int]:
    """The age groups of a series, without those whose age is not known: these have no inhabitants."""
    found = [
        (one.member[1], number)
        for number, one in enumerate(series)
        if one.measure is whole.measure and one.member is not None and one.member[0] == AGES
    ]
    return [number for code, number in sorted(found) if code != UNKNOWN]


def _strata(
    index: Index, numbers: Numbers, persons: Inhabitants, what: tuple[int, list[int], Sequence[Series], str]
) -> _Strata:
    number, members, series, region = what
    rows = np.flatnonzero((index.slice == number) & ~index.at_level("wijk")).astype(np.int64)
    place = index.areas.index(region) if region in index.areas else -1
    here, there = index.area[rows], np.full(len(rows), place, dtype=np.int64)

    def at(figures: Floats, slice_number: int, area: Ints) -> Floats:
        row = index.rows(np.full(len(rows), slice_number, dtype=np.int64), area, index.period[rows])
        return floats(np.where(row >= 0, figures[row], np.nan))

    kinds = [kind for one in members if (kind := series[one].inhabitants) is not None]
    return _Strata(
        rows,
        np.stack([at(numbers.count, one, here) for one in members], axis=1),
        np.stack([persons.of(kind)[rows] for kind in kinds], axis=1),
        np.stack([at(numbers.count, one, there) for one in members], axis=1),
        np.stack([at(numbers.base, one, there) for one in members], axis=1),
        at(numbers.count, number, there),
    )


def _fill(figures: Floats, rank: Ints, numbers: Numbers, found: _Strata) -> None:
    """Puts the figures of one series in their rows."""
    rows, times = found.rows, numbers.times[found.rows]
    share = (found.region_count / found.region_base * found.base).sum(axis=1) / numbers.base[rows]
    low, high = share_limits(share, numbers.base[rows], CONFIDENCE_95)
    direct = directly_standardised(found.count, found.base, found.region_base)
    for at, one in enumerate((share, low, high, direct.value, direct.low, direct.high)):
        figures[at, rows] = one * times
    rank[rows] = share_class(numbers.count[rows], numbers.base[rows], share)
