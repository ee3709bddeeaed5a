"""Lays measured rows on the grid: which count each row shows, and which it is divided by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import Indicator, Unit
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.grid.grid import ABSENT, Grid
from graadmeter.protect.grid.lines import Line, Lines, Series, lines_of

_CENTS = 100


@dataclass(frozen=True)
class Facts:
    """The grid, and for every measured row its place on it. Places count along the flattened grid; -1 is none."""

    grid: Grid
    lines: tuple[Line, ...]
    line: Ints
    top: Ints
    """Where the count of the row stands; of a share: the numerator."""
    below: Ints
    """Where the denominator of the row stands, when that is a count."""
    public: Ints
    """The denominator when it is the population, which everybody knows; else 0."""

    @cached_property
    def share(self) -> Bools:
        """Of every row whether it is a part of a whole."""
        found: Bools = np.array([line.unit.is_share for line in self.lines], dtype=np.bool_)[self.line]
        return found

    @cached_property
    def two(self) -> Bools:
        """Of every row whether it is made of two numbers."""
        found: Bools = np.array([line.measure.of_two for line in self.lines], dtype=np.bool_)[self.line]
        return found


def facts_of(measured: pa.Table, indicators: Mapping[str, Indicator], region: Region) -> Facts:
    """The facts in a MEASURED table.

    Raises CatalogueError for rows that no definition explains, DisclosureError when two rows contradict each other.
    """
    found = lines_of(measured, indicators)
    series = tuple(dict.fromkeys(item for line in found.lines for item in (line.top, line.below) if item is not None))
    codes = sorted(set(measured["period"].to_pylist()))
    number = {item: place for place, item in enumerate(series)}
    spot = _index(measured["area"], [area.code for area in region.areas]) * len(codes)
    spot += _index(measured["period"], codes)
    size = len(region.areas) * len(codes)
    count, under = _counts(measured, found)
    tops = np.array([number[line.top] for line in found.lines], dtype=np.int64)[found.of_row]
    under_line = [-1 if line.below is None else number[line.below] for line in found.lines]
    belows = np.array(under_line, dtype=np.int64)[found.of_row]
    top = np.where(count != ABSENT, tops * size + spot, -1)
    below = np.where((under != ABSENT) & (belows >= 0) & (top >= 0), belows * size + spot, -1)
    shape = (len(series), len(region.areas), len(codes))

    def laid(*columns: tuple[Ints, Ints]) -> Ints:
        return _laid(columns, int(np.prod(shape)), measured).reshape(shape)

    grid = Grid(
        series=series,
        areas=region.areas,
        periods=tuple(parse_period(code) for code in codes),
        value=laid((top, count), (below, under)),
        persons=laid((top, _whole(_column(measured, "contributors")))),
        providers=laid((top, _whole(_column(measured, "providers")))),
    )
    public = np.where((belows < 0) & (under != ABSENT), under, 0)
    return Facts(grid, found.lines, found.of_row, top, below, public)


def _counts(measured: pa.Table, found: Lines) -> tuple[Ints, Ints]:
    """What each row counts, and of figures of two numbers the second; amounts in cents."""
    two = np.array([line.measure.of_two for line in found.lines], dtype=np.bool_)[found.of_row]
    scale = np.array([cents_of(line.top) for line in found.lines], dtype=np.float64)[found.of_row]
    second = np.array([cents_of(line.below) for line in found.lines], dtype=np.float64)[found.of_row]
    count = np.where(two, _column(measured, "numerator"), _column(measured, "value")) * scale
    return _whole(count), _whole(np.where(two, _column(measured, "denominator") * second, np.nan))


def cents_of(series: Series | None) -> int:
    """How many whole units there are in one measured unit of a series."""
    return _CENTS if series is not None and series.count.of is Unit.EURO else 1


def cents_above(facts: Facts) -> Ints:
    """For each row how many whole units there are in one measured unit of what stands above its line."""
    found: Ints = np.array([cents_of(line.top) for line in facts.lines], dtype=np.int64)[facts.line]
    return found


def _column(table: pa.Table, name: str) -> Floats:
    filled = pc.fill_null(table[name].cast(pa.float64()), float("nan"))
    values: Floats = filled.combine_chunks().to_numpy(zero_copy_only=False)
    return values


def _whole(values: Floats) -> Ints:
    known = ~np.isnan(values)
    whole: Ints = np.where(known, np.rint(np.where(known, values, 0)), ABSENT).astype(np.int64)
    return whole


def _index(column: pa.ChunkedArray, names: Sequence[str]) -> Ints:
    places = pc.index_in(column, pa.array(names, pa.string()))
    if places.null_count:
        missing = column.filter(pc.is_null(places))[0].as_py()
        raise DisclosureError(
            Text(f"Gebied {missing} hoort niet bij de regio.", f"Area {missing} is not part of the region.")
        )
    index: Ints = places.combine_chunks().to_numpy(zero_copy_only=False).astype(np.int64)
    return index


def _laid(columns: Sequence[tuple[Ints, Ints]], size: int, measured: pa.Table) -> Ints:
    places = np.concatenate([place for place, _ in columns])
    values = np.concatenate([value for _, value in columns])
    used = (places >= 0) & (values != ABSENT)
    laid = np.full(size, ABSENT, dtype=np.int64)
    laid[places[used]] = values[used]
    wrong = np.flatnonzero(used & (laid[np.maximum(places, 0)] != values))
    if len(wrong):
        raise _contradiction(measured.slice(int(wrong[0]) % measured.num_rows, 1).to_pylist()[0])
    return laid


def _contradiction(row: Mapping[str, object]) -> DisclosureError:
    broken = [f"{name} {row[name]}" for name in DIMENSIONS if row[name] != "total"]
    where = " ".join([f"{row['indicator']} {row['area']} {row['period']}", *broken])
    return DisclosureError(
        Text(
            f"Het aantal achter {where} heeft in een andere indicator een andere waarde. Meet alles opnieuw.",
            f"The count behind {where} has another value in another indicator. Measure everything again.",
        )
    )
