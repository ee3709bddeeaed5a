"""Columns with few different texts, kept as words: each different text once, and per row which one it is.

Large tables hold most of their columns so (Arrow calls it dictionary encoded). What is asked of the texts is then asked
per word and not per row. Everything here takes plain columns of text too. Words are different and never NULL.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

Asked = Callable[[pa.Array], pa.Array]
"""One answer per text; NULL for NULL."""


def is_worded(column: Any) -> bool:
    """Whether the column is kept as words; false for a scalar."""
    return isinstance(column, pa.Array | pa.ChunkedArray) and pa.types.is_dictionary(column.type)


def is_text(column: pa.Array | pa.ChunkedArray) -> bool:
    """Whether the column holds texts, as words or plain."""
    return is_worded(column) or pa.types.is_string(column.type)


def spelled(column: Any) -> Any:
    """The column as plain text; anything that is not kept as words is returned as it is."""
    return column.cast(column.type.value_type) if is_worded(column) else column


def spelled_table(rows: pa.Table) -> pa.Table:
    """The rows with every column of texts as plain text."""
    if not any(map(is_worded, rows.columns)):
        return rows
    return pa.table({name: spelled(rows[name]) for name in rows.column_names})


def told(column: pa.Array, asked: Asked) -> pa.Array:
    """What `asked` says of every text, asked once per word."""
    return asked(column.dictionary).take(column.indices) if is_worded(column) else asked(column)


def flagged(column: pa.Array, asked: Asked) -> pa.BooleanArray:
    """The same for a yes or no; when all or hardly any words are meant nothing is looked up."""
    if not is_worded(column):
        return asked(column)
    flags = asked(column.dictionary)
    yes = 0 if flags.null_count else flags.true_count
    indices = column.indices
    if not flags.null_count and yes == len(flags):
        return pc.greater_equal(indices, pa.scalar(0, indices.type))
    if not flags.null_count and yes <= 1:
        return pc.equal(
            indices, pa.scalar(int(np.argmax(flags.to_numpy(zero_copy_only=False))) if yes else -1, indices.type)
        )
    return flags.take(indices)


def changed(column: pa.Array, change: Asked) -> pa.Array:
    """The texts after a change, still as words; texts that became NULL or equal to others are so."""
    if not is_worded(column):
        return change(column)
    words = change(column.dictionary)
    if words.equals(column.dictionary):
        return column
    made = words.dictionary_encode()
    return pa.DictionaryArray.from_arrays(made.indices.take(column.indices), made.dictionary)


def blanked(column: pa.Array, wrong: pa.BooleanArray) -> pa.Array:
    """The column with NULL where a row is `wrong`."""
    if not is_worded(column):
        return pc.if_else(wrong, pa.scalar(None, column.type), column)
    indices = pc.if_else(wrong, pa.scalar(None, column.indices.type), column.indices)
    return pa.DictionaryArray.from_arrays(indices, column.dictionary)


def same_words(columns: Sequence[pa.Array]) -> tuple[list[pa.Array], pa.Array]:
    """Per column the number of each row's word, and the words they share; plain columns are made into words."""
    worded = [column if is_worded(column) else column.dictionary_encode() for column in columns]
    if all(column.dictionary.equals(worded[0].dictionary) for column in worded[1:]):
        return [column.indices for column in worded], worded[0].dictionary
    every = pa.concat_arrays([column.dictionary for column in worded]).dictionary_encode()
    numbers, at = [], 0
    for column in worded:
        size = len(column.dictionary)
        numbers.append(every.indices[at : at + size].take(column.indices))
        at += size
    return numbers, every.dictionary


def first_known(columns: Sequence[pa.Array]) -> pa.Array:
    """Per row the text of the first column that has one."""
    if not all(map(is_worded, columns)):
        return pc.coalesce(*map(spelled, columns))
    numbers, words = same_words(columns)
    return pa.DictionaryArray.from_arrays(pc.coalesce(*(number.cast(pa.int32()) for number in numbers)), words)
