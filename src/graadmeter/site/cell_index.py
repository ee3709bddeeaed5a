"""The figures of a release by indicator, unit, area, period and dimension; quick to look up, never computed with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus

Slice = tuple[tuple[str, str], ...]
"""The dimensions a figure is broken down by, with their members: () for a total, (('hulpvorm', '11'),)."""

_Place = tuple[str, str, str]
_PLACE = ("indicator", "unit", "area")
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
    return CellIndex(_Lately(cells))


class _Lately(Mapping[_Place, Mapping[tuple[str, Slice], Cell]]):
    """The cells of each place, made when they are asked for: a site that is made again asks for few.

    Columns stay arrays of codes, ordered by place: a release of 268 thousand cells is read in 0.5 s, where it took 2.0.
    """

    def __init__(self, cells: pa.Table) -> None:
        place, names = _coded(cells, *_PLACE)
        order = np.argsort(place, kind="stable")
        first = np.searchsorted(place[order], np.arange(len(names) + 1))
        self._runs = {
            _three(name.split(_MARK)): slice(*run)
            for name, *run in zip(names, first[:-1].tolist(), first[1:].tolist(), strict=True)
        }
        (period, self._periods), (at, members), (status, told) = (
            _coded(cells, *columns) for columns in (("period",), DIMENSIONS, ("status",))
        )
        self._period, self._at, self._status = period[order], at[order], status[order]
        self._slices = [_slice(one.split(_MARK)) for one in members]
        self._statuses = [CellStatus(one) for one in told]
        self._value = cells["value"].combine_chunks().take(pa.array(order))
        self._known: dict[_Place, dict[tuple[str, Slice], Cell]] = {}

    def __getitem__(self, place: _Place) -> Mapping[tuple[str, Slice], Cell]:
        if place not in self._known:
            self._known[place] = self._made(self._runs[place])
        return self._known[place]

    def __iter__(self) -> Iterator[_Place]:
        return iter(self._runs)

    def __len__(self) -> int:
        return len(self._runs)

    def _made(self, run: slice) -> dict[tuple[str, Slice], Cell]:
        codes = (column[run].tolist() for column in (self._period, self._at, self._status, self._value))
        return {
            (self._periods[period], self._slices[at]): Cell(value, self._statuses[status])
            for period, at, status, value in zip(*codes, strict=True)
        }


def _coded(cells: pa.Table, *names: str) -> tuple[npt.NDArray[np.int64], list[str]]:
    """Per row the number of its text in these columns together, and the texts."""
    joined = pc.binary_join_element_wise(*(cells[name] for name in names), _MARK).combine_chunks().dictionary_encode()
    return joined.indices.to_numpy(zero_copy_only=False).astype(np.int64), joined.dictionary.to_pylist()


def _three(names: Sequence[str]) -> _Place:
    indicator, unit, area = names
    return indicator, unit, area


def _slice(members: Iterable[str]) -> Slice:
    return tuple((name, member) for name, member in zip(DIMENSIONS, members, strict=True) if member != TOTAL)
