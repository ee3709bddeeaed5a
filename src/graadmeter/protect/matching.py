"""Finds the rows of one table of cells in another: the same figure in another release."""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS
from graadmeter.protect.arrays import Bools, Ints

KEYS = ("indicator", "unit", "area", "period", *DIMENSIONS)
"""What makes a figure the same one. The year of the borders is no part of it: a new year does not undo the old one."""

_MOST = 1 << 31
"""Labels up to here can be multiplied by the size of any vocabulary."""


class _Step(NamedTuple):
    name: str
    vocabulary: pa.Array
    kept: Ints | None
    """The labels in use after this column, ascending, when they were renumbered."""


class Matcher:
    """One number per row of a table, equal for equal keys, and the same numbering for the rows of other tables."""

    def __init__(self, table: pa.Table) -> None:
        self._steps: list[_Step] = []
        label, size = np.zeros(table.num_rows, dtype=np.int64), 1
        for name in KEYS:
            codes = _coded(table[name])
            vocabulary = codes.dictionary
            label = label * max(len(vocabulary), 1) + codes.indices.to_numpy(zero_copy_only=False)
            size *= max(len(vocabulary), 1)
            kept = None
            if size > _MOST:
                kept, label = np.unique(label, return_inverse=True)
                size = len(kept)
            self._steps.append(_Step(name, vocabulary, kept))
        self._order = np.argsort(label, kind="stable").astype(np.int64)
        self._label = label[self._order]

    def places(self, other: pa.Table) -> Ints:
        """For every row of `other` the row of the table with the same key, -1 for none."""
        label, known = np.zeros(other.num_rows, dtype=np.int64), np.ones(other.num_rows, dtype=np.bool_)
        for step in self._steps:
            code = _translated(other[step.name], step.vocabulary)
            known &= code >= 0
            label = label * max(len(step.vocabulary), 1) + np.maximum(code, 0)
            if step.kept is not None:
                label, found = _placed(step.kept, label)
                known &= found
        at, found = _placed(self._label, label)
        place: Ints = np.full(other.num_rows, -1, dtype=np.int64)
        place[known & found] = self._order[at[known & found]]
        return place


def _coded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    return coded.unify_dictionaries().combine_chunks()


def _translated(column: pa.ChunkedArray, vocabulary: pa.Array) -> Ints:
    """The codes of a column in the vocabulary of another, -1 for what that does not have."""
    codes = _coded(column)
    here = pc.fill_null(pc.index_in(codes.dictionary, vocabulary), -1).to_numpy(zero_copy_only=False).astype(np.int64)
    index = codes.indices.to_numpy(zero_copy_only=False)
    translated: Ints = here[index] if len(here) else np.full(len(index), -1, dtype=np.int64)
    return translated


def _placed(ascending: Ints, wanted: Ints) -> tuple[Ints, Bools]:
    """Where each wanted label stands, and whether it is there at all."""
    if not len(ascending):
        return np.zeros(len(wanted), dtype=np.int64), np.zeros(len(wanted), dtype=np.bool_)
    at = np.minimum(np.searchsorted(ascending, wanted), len(ascending) - 1).astype(np.int64)
    return at, ascending[at] == wanted
