"""The profile of Statistics Netherlands: counts as multiples of five, shares of those, and nothing for what is hidden.

The figures are first protected to the last digit, and proven; only then are they rounded. What follows from safe
figures alone tells no more than they do, so that all proofs stay true. Rounding every figure by itself without hiding,
as some publishers do, does leave exact counts (docs/protection-rounding.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.indicators import Indicator, Unit
from graadmeter.domain.policies import Policy
from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.one_method import rounded_indicators
from graadmeter.protect.figures.published import rounded
from graadmeter.protect.grid.lines import Line, Lines, lines_of
from graadmeter.protect.matching import Matcher

STEP = 5
"""Counts are multiples of this (CBS, Kerncijfers wijken en buurten)."""


def to_step(count: Ints) -> Ints:
    """The nearest multiples of the step; between two of them there is never a tie."""
    nearest: Ints = STEP * ((2 * count + STEP) // (2 * STEP))
    return nearest


@dataclass(frozen=True)
class _Rows:
    """The rows that are rounded, and for each what would be shown to the last digit and what is shown."""

    place: Ints
    exact: Floats
    coarse: Floats
    counts: Bools
    """Of each row whether it is a count."""


def in_fives(
    cells: pa.Table, measured: pa.Table, indicators: Mapping[str, Indicator], policies: Mapping[str, Policy]
) -> pa.Table:
    """PUBLISHED with the figures of indicators whose policy says so rounded; the rows are those of `measured`."""
    rows = _rounded(measured, indicators, policies)
    if rows is None:
        return cells
    value = _numbers(cells["value"])
    own = value[rows.place]
    old = np.where(rows.counts, to_step(np.nan_to_num(own).astype(np.int64)), own)
    value[rows.place] = np.where(np.isnan(own), np.nan, np.where(np.isclose(own, rows.exact), rows.coarse, old))
    return _with_values(cells, value)


def as_if_exact(
    earlier: Sequence[Earlier],
    measured: pa.Table,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
) -> list[Earlier]:
    """Earlier releases in which a rounded figure that would be the same now has the value of now, to the last digit.

    So it counts as known and unchanged. One that would be rounded to something else keeps its rounded value, and is
    thereby taken for a count that changed by the distance to it.
    """
    rows = _rounded(measured, indicators, policies) if earlier else None
    if rows is None:
        return list(earlier)
    exact, coarse = np.full(measured.num_rows, np.nan), np.full(measured.num_rows, np.nan)
    exact[rows.place], coarse[rows.place] = rows.exact, rows.coarse
    matcher, found = Matcher(measured), []
    for one in earlier:
        place = matcher.places(one.cells)
        value = _numbers(one.cells["value"])
        same = (place >= 0) & np.isclose(value, coarse[place])
        value[same] = exact[place[same]]
        found.append(replace(one, cells=_with_values(one.cells, value)))
    return found


def _rounded(measured: pa.Table, indicators: Mapping[str, Indicator], policies: Mapping[str, Policy]) -> _Rows | None:
    chosen = rounded_indicators(indicators, policies)
    if not chosen:
        return None
    place = np.flatnonzero(pc.is_in(measured["indicator"], pa.array(sorted(chosen))).to_numpy())
    rows = measured.take(pa.array(place))
    found = lines_of(rows, indicators)
    fit = np.array([_is_rounded(line) for line in found.lines], dtype=np.bool_)[found.of_row]
    place, rows = place[fit], rows.filter(pa.array(fit))
    return _figures(place, rows, Lines(found.lines, found.of_row[fit]))


def _is_rounded(line: Line) -> bool:
    """Counts, and what is made of two of them; amounts, sums of values and what is computed from rows are not."""
    plain = [one for one in line.measure.counts if one.of is not Unit.EURO and not one.value]
    return len(plain) == len(line.measure.counts) and not line.measure.is_derived


def _figures(place: Ints, rows: pa.Table, found: Lines) -> _Rows:
    def each(of: object) -> Ints:
        return np.array([of(line) for line in found.lines], dtype=np.int64)[found.of_row]  # type: ignore[operator]

    two = each(lambda line: line.measure.of_two).astype(np.bool_)
    minus = each(lambda line: line.measure.minus is not None).astype(np.bool_)
    public = each(lambda line: line.below is None).astype(np.bool_)
    times, parts = each(lambda line: line.unit.multiplier), each(lambda line: 10**line.unit.decimals)
    value = _numbers(rows["value"])
    top = np.nan_to_num(np.where(two, _numbers(rows["numerator"]), value)).astype(np.int64)
    below = np.nan_to_num(np.where(two, _numbers(rows["denominator"]), 0)).astype(np.int64)

    def shown(above: Ints, under: Ints) -> Floats:
        share = rounded(times * parts * above, np.maximum(under, 1)) / parts
        return np.where(np.isnan(value), np.nan, np.where(minus, above - under, np.where(two, share, above)))

    return _Rows(place, shown(top, below), shown(to_step(top), np.where(public, below, to_step(below))), ~two)


def _numbers(column: pa.ChunkedArray) -> Floats:
    filled = pc.fill_null(column.cast(pa.float64()), float("nan"))
    numbers: Floats = filled.combine_chunks().to_numpy(zero_copy_only=False).astype(np.float64)
    return numbers.copy()


def _with_values(cells: pa.Table, value: Floats) -> pa.Table:
    at = cells.column_names.index("value")
    return cells.set_column(at, cells.schema.field(at), pa.array(value, pa.float64(), mask=np.isnan(value)))
