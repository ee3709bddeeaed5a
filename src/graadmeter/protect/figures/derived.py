"""Figures that are computed from rows and not from published counts: means, quantiles, prices, figures of methods.

They stand outside the sums that protection guards. One is shown only where enough persons (and for money: providers)
are behind it, and where the count it rests on, if that is published too, is shown there as well.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import KEY_COLUMNS, PUBLISHED, TOTAL
from graadmeter.domain.indicators import METHOD_DIMENSIONS, Indicator, Unit
from graadmeter.domain.policies import Policy
from graadmeter.domain.status import CellStatus, Protection
from graadmeter.engine.arrow import shaped
from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.grid.lines import Line, Lines, Series, lines_of

_OF_COUNTS = (Unit.RATIO, Unit.BALANCE)
"""Units of figures that, like shares, must rest on a count above the line that may be shown."""

CONCENTRATION = "concentratie"
_KNOWN_SUMS = 2
"""Of the providers behind a figure of concentration two sums are known, of their parts and of the squares of these.
Each takes one unknown away, so there must be so many more providers than behind an amount."""


def derived_rows(measured: pa.Table, indicators: Mapping[str, Indicator]) -> Bools:
    """Which rows of a MEASURED table are derived figures."""
    found = lines_of(measured, indicators)
    rows: Bools = np.array([line.measure.is_derived for line in found.lines], dtype=np.bool_)[found.of_row]
    return rows


def hidden_figures(
    rows: pa.Table,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    facts: Facts,
    hidden: Bools,
) -> Bools:
    """Which of these derived figures are not shown; `hidden` says so of the counts, over the flat grid of `facts`."""
    found = lines_of(rows, indicators)
    persons, providers = (_whole(rows, name) for name in ("contributors", "providers"))
    counted, whole, figure = (
        pc.fill_null(rows[name], 0.0).to_numpy(zero_copy_only=False) for name in ("numerator", "denominator", "value")
    )
    value = rows["value"].is_valid().to_numpy(zero_copy_only=False)
    few = np.zeros(rows.num_rows, dtype=np.bool_)
    for number, line in enumerate(found.lines):
        own = np.flatnonzero(found.of_row == number)
        policy = policies[indicators[line.indicator].policy]
        few[own] = value[own] & too_few(line, policy, persons[own], providers[own])
        if line.unit in _OF_COUNTS or line.unit.is_share:
            few[own] |= value[own] & _small_part(line, policy, counted[own], whole[own], figure[own])
    resting = rest_on(rows, facts, hidden, found)
    return few | resting


def too_few(line: Line, policy: Policy, persons: Ints, providers: Ints) -> Bools:
    """Whether too few persons (or rows) or providers are behind a figure, or it is not known how many."""
    money = line.measure.count.of is Unit.EURO
    least = max(policy.threshold, policy.money.persons) if money else policy.threshold
    few: Bools = persons < least
    if line.measure.method == CONCENTRATION:
        return few | (providers < policy.money.providers + _KNOWN_SUMS)
    return few | (providers < policy.money.providers) if money else few


def _small_part(line: Line, policy: Policy, counted: Floats, whole: Floats, figure: Floats) -> Bools:
    """Whether too few count for a figure of counts; of a share, whether too few do not: 97 of 100 tells of 3.

    A method gives the share only, and the number that it is a share of.
    """
    if line.unit.is_share and line.measure.method:
        counted = np.rint(figure * whole / line.unit.multiplier)
    small: Bools = (counted > 0) & (counted < policy.threshold)
    if line.unit.is_share and policy.complement:
        rest = whole - counted
        small |= (rest > 0) & (rest < policy.threshold)
    return small


def bases_of(line: Line) -> tuple[Series, ...]:
    """The counts that a derived figure rests on, as they would be published: of the same rows, not of their values."""
    at = (line.top.dimension, line.top.member) if line.top.dimension not in METHOD_DIMENSIONS else (TOTAL, TOTAL)
    own = [Series(replace(count, value=""), *at) for count in line.measure.counts]
    return (*own, line.top, *((line.below,) if line.below is not None else ()))


def rest_on(rows: pa.Table, facts: Facts, marked: Bools, found: Lines) -> Bools:
    """Which of the rows rest on a marked count; `marked` is over the flat grid, `found` are the lines of the rows."""
    grid = facts.grid
    number = {series: place for place, series in enumerate(grid.series)}
    areas = {area.code: place for place, area in enumerate(grid.areas)}
    periods = {period.code: place for place, period in enumerate(grid.periods)}
    cube = marked.reshape(grid.value.shape) if marked.size else marked
    area = np.array([areas[code] for code in rows["area"].to_pylist()], dtype=np.int64)
    period = np.array([periods.get(code, -1) for code in rows["period"].to_pylist()], dtype=np.int64)
    resting = np.zeros(rows.num_rows, dtype=np.bool_)
    for place, line in enumerate(found.lines):
        own = np.flatnonzero((found.of_row == place) & (period >= 0))
        for series in bases_of(line):
            if series in number:
                resting[own] |= cube[number[series], area[own], period[own]]
    return resting


def _whole(rows: pa.Table, name: str) -> Ints:
    filled = pc.fill_null(rows[name].cast(pa.int64()), ABSENT)
    whole: Ints = filled.combine_chunks().to_numpy(zero_copy_only=False).astype(np.int64)
    return whole


def published_figures(rows: pa.Table, indicators: Mapping[str, Indicator], hidden: Bools) -> pa.Table:
    """The rows with hidden figures taken out and the others rounded as their unit asks, half up."""
    found = lines_of(rows, indicators)
    decimals = np.array([line.unit.decimals for line in found.lines], dtype=np.int64)[found.of_row]
    value: Floats = rows["value"].to_numpy().astype(np.float64)
    parts = 10.0**decimals
    shown = np.floor(value * parts + 0.5) / parts
    gone = hidden | np.isnan(value)
    status = rows["status"].to_numpy().astype(object)
    status[hidden] = CellStatus.SUPPRESSED.value
    kept = rows.set_column(rows.column_names.index("value"), "value", pa.array(shown, mask=gone))
    kept = kept.set_column(rows.column_names.index("status"), "status", pa.array(status, pa.string()))
    return shaped(kept, PUBLISHED)


def reasons_of(rows: pa.Table, hidden: Bools) -> pa.Table:
    """Why each derived figure is hidden: the key columns and `protection`, as `published.reasons` says it of counts."""
    why = np.where(hidden, Protection.PRIMARY, Protection.OPEN).tolist()
    return rows.select(list(KEY_COLUMNS)).append_column("protection", pa.array(why, pa.string()))
