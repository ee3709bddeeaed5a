"""Lays the largest contributors to amounts on the grid, beside the amounts they belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.contributions import fixed_text
from graadmeter.domain.disclosure_rules import Contributor
from graadmeter.domain.indicators import METHOD_DIMENSIONS
from graadmeter.protect.arrays import Ints
from graadmeter.protect.grid.lines import Line
from graadmeter.protect.rules.view import Parts

_KEYS = ("indicator", "unit", "fixed", "dimension", "member", "contributor")
_PARTS = ("whole", "first", "second", "third")
_BETWEEN = "\t"


@dataclass(frozen=True)
class Contributions:
    """Per series of amounts and kind of contributor the largest parts, in arrays of areas by periods."""

    shape: tuple[int, int]
    parts: Mapping[tuple[str, ...], Parts]
    amount: Mapping[tuple[str, ...], Ints]
    """What the parts add up to: must be the amount itself."""

    @classmethod
    def of(cls, table: pa.Table | None, areas: Sequence[str], periods: Sequence[str]) -> "Contributions":
        """The contributions in a table of the shape CONTRIBUTIONS, or none."""
        shape = (len(areas), len(periods))
        if table is None or not table.num_rows:
            return cls(shape, {}, {})
        label = _joined(table, _KEYS)
        series = label.indices.to_numpy()
        area, period = (_places(table[name], names) for name, names in (("area", areas), ("period", periods)))
        columns: dict[str, Ints] = {name: table[name].to_numpy() for name in ("amount", *_PARTS)}
        columns["leader"] = _joined(table, ("contributor", "leader")).indices.to_numpy().astype(np.int64)
        parts: dict[tuple[str, ...], Parts] = {}
        amount: dict[tuple[str, ...], Ints] = {}
        for number, text in enumerate(label.dictionary.to_pylist()):
            rows = np.flatnonzero((series == number) & (area >= 0) & (period >= 0))
            at, key, laid = (area[rows], period[rows]), tuple(text.split(_BETWEEN)), Parts.unknown(shape)
            for name in (*_PARTS, "leader"):
                getattr(laid, name)[at] = columns[name][rows]
            parts[key], amount[key] = laid, np.zeros(shape, dtype=np.int64)
            amount[key][at] = columns["amount"][rows]
        return cls(shape, parts, amount)

    def to(self, line: Line, value: Ints | None = None) -> Mapping[Contributor, Parts]:
        """Who contributes to the amounts of a line; where the parts do not add up to `value`, that is not known."""
        own = line.top.dimension not in METHOD_DIMENSIONS
        where = (line.top.dimension, line.top.member) if own else (TOTAL, TOTAL)
        about = (line.indicator, line.unit.value, fixed_text(line.measure.fixed), *where)
        keys = {kind: (*about, kind.value) for kind in Contributor}
        return {kind: self._sure(key, value) for kind, key in keys.items() if key in self.parts}

    def _sure(self, key: tuple[str, ...], value: Ints | None) -> Parts:
        parts = self.parts[key]
        return parts if value is None else parts.only(self.amount[key] == value)


def _joined(table: pa.Table, names: Sequence[str]) -> pa.DictionaryArray:
    texts = pc.binary_join_element_wise(*(table[name] for name in names), _BETWEEN)
    return texts.combine_chunks().dictionary_encode()


def _places(column: pa.ChunkedArray, names: Sequence[str]) -> Ints:
    found = pc.fill_null(pc.index_in(column, pa.array(list(names), pa.string())), -1)
    places: Ints = found.combine_chunks().to_numpy(zero_copy_only=False).astype(np.int64)
    return places
