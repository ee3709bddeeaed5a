"""Figures of others (size class, nation) beside our own: only when both were counted by the same rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from graadmeter.compare.against import Against, judged
from graadmeter.compare.codes import GIVEN
from graadmeter.compare.index import Index
from graadmeter.compare.numbers import Numbers
from graadmeter.compare.roundings import mildest
from graadmeter.compare.series import Series
from graadmeter.domain.comparison import Comparator, Reason
from graadmeter.domain.indicators import Population
from graadmeter.domain.periods import Period, parse_period
from graadmeter.domain.rule_paths import OWN_RULE
from graadmeter.statistics.arrays import Bools, Ints, floats

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Others:
    """Per row the figure of others, and which row of `used` it comes from (-1 where none is given)."""

    against: Against
    used: tuple[Row, ...]
    place: Ints


def against_others(
    index: Index,
    series: Sequence[Series],
    numbers: Numbers,
    benchmarks: pa.Table,
    *,
    scope: Comparator,
    cases: Sequence[tuple[Bools, Reason]],
) -> Others:
    """Every row against a scope of BENCHMARKS: the nation, or the size class of the municipality.

    A figure is refused for its rule, its ages, its kind of period or its year, in this order; the reason is the
    first on which every candidate fails. The class is the mildest that any figure gives which rounds to the published
    one.
    """
    used = tuple(row for row in benchmarks.to_pylist() if row["scope"] == scope)
    alike = [_alike(one, used) for one in series]
    size = len(index.value)
    place, reason = np.full(size, -1, dtype=np.int64), np.full(size, _NONE, dtype=np.int64)
    for number, candidates in enumerate(alike):
        rows = np.flatnonzero(index.slice == number)
        if isinstance(candidates, Reason):
            reason[rows] = _REASONS.index(candidates)
            continue
        for row in rows.tolist():
            found = _at(used, candidates, index.areas[index.area[row]], index.periods[index.period[row]])
            if isinstance(found, Reason):
                reason[row] = _REASONS.index(found)
            else:
                place[row] = found
    refused = [(reason == number, one) for number, one in enumerate(_REASONS)]
    level = [(~index.at_level("gemeente"), Reason.OTHER_LEVEL)] if scope is Comparator.SIZE_CLASS else []
    value, rounding = (floats([*(row[name] for row in used), np.nan])[place] for name in ("value", "rounding"))
    judgement = judged(numbers, floats(value / numbers.times), [*cases, *level, *refused])
    lowest, highest = (
        judged(numbers, floats(np.clip(end / numbers.times, 0, 1)), [*cases, *level, *refused]).rank
        for end in (value - rounding, value + rounding)
    )
    return Others(Against(value, mildest(lowest, highest), judgement.status), used, place)


def origin_columns(size_class: Others, nation: Others) -> dict[str, pa.Array]:
    """Source and year of what is given, the size class first."""
    rows = [*size_class.used, *nation.used]
    second = np.where(nation.place >= 0, nation.place + len(size_class.used), -1)
    place = np.where(size_class.place >= 0, size_class.place, second)
    given = (size_class.against.status == GIVEN) | (nation.against.status == GIVEN)
    mask = ~given | (place < 0)
    taken = pa.array(place, mask=mask)
    return {
        "reference_source": pa.array([row["source"] for row in rows], pa.string()).take(taken),
        "reference_year": pa.array([row["year"] for row in rows], pa.int32()).take(taken),
    }


_REASONS = (
    Reason.NOT_LOADED,
    Reason.NO_COUNTERPART,
    Reason.OTHER_RULE,
    Reason.OTHER_AGE,
    Reason.OTHER_PERIOD,
    Reason.OTHER_VINTAGE,
)
_NONE = -1
_SERIES = ("indicator", "unit", "dimension", "member")


def _alike(one: Series, every: Sequence[Row]) -> list[int] | Reason:
    """The places of the figures that were counted as this series is, or why there are none."""
    if not every:
        return Reason.NOT_LOADED
    measure = one.measure
    if measure is None or measure.fixed:
        return Reason.NO_COUNTERPART
    own = (one.slice.indicator, one.slice.unit, *(one.member or ("", "")))
    found = [place for place, row in enumerate(every) if tuple(row[name] for name in _SERIES) == own]
    below = measure.share_of
    ages = (measure.count.age.value, below.age.value if isinstance(below, Population) else "")
    same_rule = [place for place in found if every[place]["rule"] == OWN_RULE]
    same_ages = [place for place in same_rule if (every[place]["age"], every[place]["base_age"]) == ages]
    if same_ages:
        return same_ages
    if same_rule:
        return Reason.OTHER_AGE
    return Reason.OTHER_RULE if found else Reason.NO_COUNTERPART


def _at(every: Sequence[Row], candidates: Sequence[int], area: str, period: Period) -> int | Reason:
    """The candidate of this period and, for a size class, this municipality."""
    of_area = [place for place in candidates if every[place]["area"] in {"", area}]
    if not of_area:
        return Reason.NOT_LOADED
    same_kind = [place for place in of_area if parse_period(every[place]["period"]).type is period.type]
    if not same_kind:
        return Reason.OTHER_PERIOD
    wanted = (period.code, period.year)
    found = [place for place in same_kind if (every[place]["period"], every[place]["year"]) == wanted]
    return found[0] if found else Reason.OTHER_VINTAGE
