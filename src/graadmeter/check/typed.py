"""From delivered text to typed columns: what does not parse becomes NULL, and nothing is guessed."""

import re
from datetime import date
from functools import lru_cache, partial

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.words import changed, is_worded, told
from graadmeter.domain.bsn import WEIGHTS
from graadmeter.domain.layouts import Layout
from graadmeter.domain.tables import Type

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DUTCH = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_WHOLE = r"\A[+-]?[0-9]{1,18}\z"
_LONGEST = 18
_INT32 = 2**31 - 1
ELEVEN = 11


CLEAN = {b"clean": b"1"}
"""Metadata of a raw column whose texts have no blanks around them and are never empty."""


def cleaned(raw: pa.Table, layout: Layout) -> dict[str, pa.Array]:
    """The text of every field without surrounding blanks; empty text and absent columns are NULL."""
    return {field.name: _text(raw, field.name) for field in layout.fields}


def _text(raw: pa.Table, name: str) -> pa.Array:
    if name not in raw.column_names:
        return pa.nulls(raw.num_rows, pa.string())
    column = whole(raw[name])
    if (raw.schema.field(name).metadata or {}).items() >= CLEAN.items():
        return column
    return changed(column, trimmed) if is_worded(column) else trimmed(column.cast(pa.string()))


def trimmed(texts: pa.Array) -> pa.Array:
    """The texts without white space around them; empty ones become NULL."""
    bare = pc.utf8_trim_whitespace(texts)
    if pc.min(pc.binary_length(bare)).as_py() != 0:
        return bare
    return pc.if_else(pc.equal(bare, ""), pa.scalar(None, pa.string()), bare)


def whole(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    """The column as one array; copied only when it lies in pieces."""
    if isinstance(column, pa.Array):
        return column
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def typed(text: pa.Array, kind: Type) -> pa.Array:
    """The values of a text column; NULL where the text is no value of `kind` (DATE, INT, BIGINT, TEXT).

    Dates are read as 2025-03-31 and 31-03-2025; numbers are whole, with an optional sign.
    """
    if kind is Type.TEXT:
        return text
    if kind is Type.DATE:
        return _dates(text)
    return told(text, partial(_whole_numbers, kind=kind))


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
    return told(bsn, _eleven_rest)


def _eleven_rest(bsn: pa.Array) -> pa.Array:
    """A BSN is far below 2**31, and numbers of four bytes divide twice as fast."""
    numbers = bsn.cast(pa.int32()).fill_null(0).to_numpy()
    total = np.zeros(len(numbers), dtype=np.int32)
    for weight in reversed(WEIGHTS):
        numbers, digit = np.divmod(numbers, np.int32(10))
        total += np.int32(weight) * digit
    return pa.array((total % ELEVEN).astype(np.int8), mask=as_numpy(bsn.is_null()))


def as_numpy(flags: pa.BooleanArray) -> npt.NDArray[np.bool_]:
    """The flags, of which none is NULL, for numpy."""
    plain: npt.NDArray[np.bool_] = flags.to_numpy(zero_copy_only=False)
    return plain


def _all_digits(text: pa.Array) -> bool:
    """Whether every text is plain digits and not too many: what numbers nearly always are."""
    longest = pc.max(pc.binary_length(text)).as_py()
    return longest is not None and longest <= _LONGEST and bool(pc.min(pc.ascii_is_decimal(text)).as_py())


def _whole_numbers(text: pa.Array, kind: Type) -> pa.Array:
    if _all_digits(text):
        numbers = text.cast(pa.int64())
    else:
        readable = pc.if_else(pc.match_substring_regex(text, _WHOLE), text, pa.scalar(None, pa.string()))
        numbers = pc.utf8_ltrim(readable, "+").cast(pa.int64())
    if kind is Type.BIGINT:
        return numbers
    fits = pc.and_(pc.less_equal(numbers, _INT32), pc.greater_equal(numbers, -_INT32))
    return pc.if_else(fits, numbers, pa.scalar(None, pa.int64())).cast(pa.int32())
