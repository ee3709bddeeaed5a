"""From delivered text to typed columns: what does not parse becomes NULL, and nothing is guessed."""

import re
from datetime import date
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.bsn import WEIGHTS
from graadmeter.domain.layouts import Layout
from graadmeter.domain.tables import Type

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DUTCH = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_WHOLE = r"\A[+-]?[0-9]{1,18}\z"
_INT32 = 2**31 - 1
ELEVEN = 11


def cleaned(raw: pa.Table, layout: Layout) -> dict[str, pa.Array]:
    """The text of every field without surrounding blanks; empty text and absent columns are NULL."""
    return {field.name: _text(raw, field.name) for field in layout.fields}


def _text(raw: pa.Table, name: str) -> pa.Array:
    if name not in raw.column_names:
        return pa.nulls(raw.num_rows, pa.string())
    column = whole(raw[name]).cast(pa.string())
    trimmed = pc.utf8_trim_whitespace(column)
    return pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)


def whole(column: pa.ChunkedArray) -> pa.Array:
    """The column as one array."""
    joined = column.combine_chunks()
    return joined if isinstance(joined, pa.Array) else pa.chunked_array(joined).combine_chunks()


def typed(text: pa.Array, kind: Type) -> pa.Array:
    """The values of a text column; NULL where the text is no value of `kind` (DATE, INT, BIGINT, TEXT).

    Dates are read as 2025-03-31 and 31-03-2025; numbers are whole, with an optional sign.
    """
    if kind is Type.TEXT:
        return text
    if kind is Type.DATE:
        return _dates(text)
    return _whole_numbers(text, kind)


def _dates(text: pa.Array) -> pa.Array:
    encoded = text.dictionary_encode()
    days = pa.array([day(value) for value in encoded.dictionary.to_pylist()], pa.date32())
    return days.take(encoded.indices)


@lru_cache(maxsize=100_000)
def day(text: str) -> date | None:
    """The day written as jjjj-mm-dd or dd-mm-jjjj; None for anything else and for days that do not exist."""
    if found := _ISO.fullmatch(text):
        year, month, number = found.groups()
    elif found := _DUTCH.fullmatch(text):
        number, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None


def eleven_rest(bsn: pa.Array) -> pa.Array:
    """The remainder of the eleven test per BSN of nine digits: 0 passes. NULL stays NULL."""
    numbers = bsn.cast(pa.int64())
    rest = pa.scalar(0, pa.int64())
    for place, weight in enumerate(reversed(WEIGHTS)):
        digit = pc.subtract(pc.divide(numbers, 10**place), pc.multiply(pc.divide(numbers, 10 ** (place + 1)), 10))
        rest = pc.add(rest, pc.multiply(digit, weight))
    return pc.subtract(rest, pc.multiply(pc.divide(rest, ELEVEN), ELEVEN))


def _whole_numbers(text: pa.Array, kind: Type) -> pa.Array:
    readable = pc.if_else(pc.match_substring_regex(text, _WHOLE), text, pa.scalar(None, pa.string()))
    numbers = pc.utf8_ltrim(readable, "+").cast(pa.int64())
    if kind is Type.BIGINT:
        return numbers
    fits = pc.and_(pc.less_equal(numbers, _INT32), pc.greater_equal(numbers, -_INT32))
    return pc.if_else(fits, numbers, pa.scalar(None, pa.int64())).cast(pa.int32())
