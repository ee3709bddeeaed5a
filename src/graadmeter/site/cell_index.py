"""The figures of a release by indicator, unit, area, period and dimension; quick to look up, never computed with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus

Slice = tuple[tuple[str, str], ...]
"""The dimensions a figure is broken down by, with their members: () for a total, (('hulpvorm', '11'),)."""

_Place = tuple[str, str, str]
_MARK = "\x1f"


@dataclass(frozen=True, slots=True)
class Cell:
    """The value and the status of one cell."""

    value: float | None
    status: CellStatus


@dataclass(frozen=True, slots=True)
class CellIndex:
    """All cells, by (indicator, unit, area) and then by (period, slice)."""

    cells: Mapping[_Place, Mapping[tuple[str, Slice], Cell]]

    def get(self, indicator: str, unit: Unit, area: str, at: tuple[str, Slice]) -> Cell | None:
        """The cell at a period and slice, or None when the release has none."""
        return self.cells.get((indicator, unit.value, area), {}).get(at)

    def slices(self, indicator: str, unit: Unit, area: str, period: str) -> list[Slice]:
        """The slices that have a cell in a period."""
        own = self.cells.get((indicator, unit.value, area), {})
        return [at for (when, at) in own if when == period]

    def periods(self, indicator: str, unit: Unit, area: str, slice_: Slice) -> list[str]:
        """The periods that have a cell with this slice, in order of code."""
        own = self.cells.get((indicator, unit.value, area), {})
        return sorted({when for (when, at) in own if at == slice_})

    def when(self, indicator: str, unit: Unit, area: str) -> list[str]:
        """The periods that have a cell with any slice, in order of code."""
        return sorted({period for (period, _) in self.cells.get((indicator, unit.value, area), {})})


def cell_index(cells: pa.Table) -> CellIndex:
    """The index of a table of published cells (domain.cells.PUBLISHED)."""
    found: dict[_Place, dict[tuple[str, Slice], Cell]] = {}
    statuses = {status.value: status for status in CellStatus}
    for place, at, value, status in _rows(cells):
        found.setdefault(place, {})[at] = Cell(value, statuses[status])
    return CellIndex(found)


def _rows(cells: pa.Table) -> Iterator[tuple[_Place, tuple[str, Slice], float | None, str]]:
    columns = [cells[name].to_pylist() for name in ("indicator", "unit", "area", "period", "value", "status")]
    joined = pc.binary_join_element_wise(*(cells[name] for name in DIMENSIONS), _MARK).to_pylist()
    known: dict[str, Slice] = {}
    for (indicator, unit, area, period, value, status), key in zip(zip(*columns, strict=True), joined, strict=True):
        slice_ = known.get(key)
        if slice_ is None:
            slice_ = known[key] = _slice(key.split(_MARK))
        yield (indicator, unit, area), (period, slice_), value, status


def _slice(members: Iterable[str]) -> Slice:
    return tuple((name, member) for name, member in zip(DIMENSIONS, members, strict=True) if member != TOTAL)
