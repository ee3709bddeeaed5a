"""Finds small figures: counts under the threshold, shares whose numerator is, and money for too few persons."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import KEY_COLUMNS
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.release.guard_persons import FIGURES

COUNTS = frozenset({Unit.PERSONS.value, Unit.HOUSEHOLDS.value, Unit.TRAJECTORIES.value, Unit.NUMBER.value})
BEHIND = "count"
"""The column with the number behind a share or a count, which is small or not whatever the unit of the figure."""
_OF_COUNTS = frozenset(unit.value for unit in Unit if unit.is_share) | {Unit.RATIO.value, Unit.BALANCE.value}
_OF_PERSONS = frozenset({Unit.EURO.value, Unit.EURO_PER.value, Unit.DAYS.value, Unit.INDEX.value})
"""Units of figures that must tell how many persons (or rows) are behind them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What may not be published: counts under a threshold per indicator, and the figures with these keys."""

    thresholds: Mapping[str, int]
    highest: int
    """The threshold for anything that names no known indicator."""
    small: pa.Array
    """Joined keys of shares and amounts with fewer persons behind them than the threshold, but not none."""
    in_fives: frozenset[str] = frozenset()
    """Indicators whose counts must be multiples of five."""

    @classmethod
    def of(cls, thresholds: Mapping[str, int], measured: pa.Table, additive: Collection[str] = ()) -> Self:
        """The limits that follow from the unprotected cells; shares of the `additive` indicators have none."""
        highest = max(thresholds.values(), default=0)
        limits = cls(thresholds, highest, pa.array([], pa.string()))
        threshold = limits.threshold_of(measured)
        few = pc.or_(_below(measured["numerator"], threshold), _few(measured, Unit.BALANCE, threshold))
        rounded = _is_in(measured["indicator"], frozenset(additive))
        shares = pc.and_(pc.and_(_is_in(measured["unit"], _OF_COUNTS), few), pc.invert(rounded))
        amounts = pc.and_(_is_in(measured["unit"], _OF_PERSONS), _below(measured["contributors"], threshold))
        return cls(thresholds, highest, _keys(measured.filter(pc.or_(shares, amounts))))

    def threshold_of(self, rows: pa.Table) -> pa.ChunkedArray:
        """The threshold of each row, by its indicator."""
        names = sorted(self.thresholds)
        place = pc.index_in(rows["indicator"], pa.array(names, pa.string()))
        return pc.take(pa.array([self.thresholds[name] for name in names], pa.int64()), place).fill_null(self.highest)


def small_figure(table: pa.Table, limits: Limits) -> Text | None:
    """What is too small and where, or None. `table` has the key columns and any of the columns of figures."""
    for name in (name for name in (*FIGURES, BEHIND) if name in table.column_names):
        figures = table.filter(pc.is_valid(table[name]))
        value = figures[name].cast(pa.float64())
        counted = _is_in(figures["unit"], COUNTS) if name != BEHIND else pc.is_valid(value)
        small = pc.and_(counted, _below(value, limits.threshold_of(figures)))
        counts = figures.filter(small)
        if counts.num_rows:
            return _at(counts, Text("aantal onder de drempel", "count under the threshold"))
        odd = _odd(figures, name, limits)
        if odd.num_rows:
            return _at(odd, Text("aantal dat niet is afgerond op vijf", "count that is not a multiple of five"))
        if name != "old_value" and set(KEY_COLUMNS) <= set(table.column_names):
            now = _of_now(figures)
            hidden = now.filter(pc.is_in(_keys(now), limits.small))
            if hidden.num_rows:
                return _at(hidden, Text("te weinig personen achter het cijfer", "too few persons behind the figure"))
    return None


def named_in_vain(table: pa.Table) -> Text | None:
    """A provider by name whose figure is hidden: the length of such a list tells how many providers there are."""
    if not {"aanbieder", "status", *KEY_COLUMNS} <= set(table.column_names):
        return None
    alone = pc.invert(pc.match_substring_regex(table["aanbieder"], r"^(total|top\d+)$"))
    rows = table.filter(pc.and_(alone, pc.equal(table["status"], CellStatus.SUPPRESSED.value)))
    if not rows.num_rows:
        return None
    return _at(rows, Text("aanbieder zonder getoond cijfer", "provider without a figure that is shown"))


def _odd(figures: pa.Table, name: str, limits: Limits) -> pa.Table:
    """Counts of now that should be multiples of five and are not; what was published before may be anything."""
    if name not in {"value", "new_value"} or not limits.in_fives:
        return figures.slice(0, 0)
    rows = figures.filter(pc.and_(_is_in(figures["indicator"], limits.in_fives), _is_in(figures["unit"], COUNTS)))
    value = rows[name].cast(pa.float64())
    return rows.filter(pc.not_equal(pc.multiply(pc.floor(pc.divide(value, 5.0)), 5.0), value))


def _of_now(figures: pa.Table) -> pa.Table:
    """Without figures of an earlier release: these tell nothing of how many persons are behind them now."""
    name = next((name for name in ("status", "new_status") if name in figures.column_names), "")
    return figures.filter(pc.not_equal(figures[name], CellStatus.CARRIED.value)) if name else figures


def _below(column: pa.ChunkedArray, threshold: pa.ChunkedArray) -> pa.ChunkedArray:
    known = column.fill_null(0)
    return pc.and_(pc.greater(known, 0), pc.less(known, threshold))


def _few(measured: pa.Table, unit: Unit, threshold: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.and_(pc.equal(measured["unit"], unit.value), _below(measured["denominator"], threshold))


def _is_in(column: pa.ChunkedArray, names: frozenset[str]) -> pa.ChunkedArray:
    return pc.is_in(column, pa.array(sorted(names), pa.string()))


def _keys(rows: pa.Table) -> pa.Array:
    columns = [rows[name].cast(pa.string()) for name in KEY_COLUMNS]
    return pc.binary_join_element_wise(*columns, "|").combine_chunks()


def _at(rows: pa.Table, what: Text) -> Text:
    row = rows.slice(0, 1).to_pylist()[0]
    where = f"{row['indicator']} {row['area']} {row['period']} ({row['unit']})"
    return Text(f"{what.nl} bij {where}", f"{what.en} at {where}")
