"""Key columns of many rows: texts as numbers that sort as they do, rows in their order, columns of one text."""

import math
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Coded = tuple[NDArray[np.int32], list[str]]
"""Numbers that sort as their texts do, and the texts."""
Members = str | NDArray[np.object_]
"""One text for all rows of a block, or one per row."""
_LARGEST = 2**62


class Texts:
    """Makes columns of texts; those with the same text in every row share one piece of memory.

    With `compact` as dictionaries: numbers, with the texts beside them.
    """

    def __init__(self, *, compact: bool = False) -> None:
        self._compact = compact
        self._longest: dict[str, pa.Array] = {}

    def all_over(self, text: str, rows: int) -> pa.Array:
        """`rows` times the text."""
        if text not in self._longest or len(self._longest[text]) < rows:
            if self._compact:
                self._longest[text] = self.at(np.zeros(rows, dtype=np.int32), [text])
            else:
                self._longest[text] = pa.repeat(pa.scalar(text, pa.string()), rows)
        return self._longest[text].slice(0, rows)

    def at(self, numbers: NDArray[np.integer], texts: Sequence[str]) -> pa.Array:
        """The text of each number."""
        known = pa.array(texts, pa.string())
        if self._compact:
            return pa.DictionaryArray.from_arrays(pa.array(numbers, pa.int32()), known)
        return known.take(pa.array(numbers))


def order_of(keys: Sequence[Coded]) -> NDArray[np.intp]:
    """The rows sorted by these keys, the first counting most; as one number each when that is large enough."""
    keys = [key for key in keys if len(key[1]) > 1]
    if math.prod(len(texts) for _, texts in keys) > _LARGEST:
        return np.lexsort([numbers for numbers, _ in reversed(keys)])
    together = np.zeros(len(keys[0][0]) if keys else 1, dtype=np.int64)
    for numbers, texts in keys:
        together = together * len(texts) + numbers
    return np.argsort(together, kind="stable")


def ranked(codes: Sequence[str], rows: NDArray[np.intp]) -> Coded:
    """The place of each row's code among all codes."""
    texts = sorted(set(codes))
    number = {text: place for place, text in enumerate(texts)}
    return np.array([number[code] for code in codes], dtype=np.int32)[rows], texts


def coded(values: Sequence[Members], sizes: Sequence[int]) -> Coded:
    """One text, or one text per row, for each block of rows; no numbers when there is but one text."""
    texts = sorted({text for value in values for text in ([value] if isinstance(value, str) else value)})
    number = {text: place for place, text in enumerate(texts)}
    if len(texts) == 1:
        return np.zeros(0, dtype=np.int32), texts
    parts = [
        np.full(size, number[value], dtype=np.int32)
        if isinstance(value, str)
        else np.fromiter((number[text] for text in value), dtype=np.int32, count=len(value))
        for value, size in zip(values, sizes, strict=True)
    ]
    return np.concatenate(parts), texts
