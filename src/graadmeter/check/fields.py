"""Field checks on columns: is a required value there, can it be read, is it on its list, has it the right form.

These say the same as the SQL in their catalogue files (a property test holds the two together). They run as column
operations because there are some 170 of them: planning them as SQL costs more than running them, see docs/checks.md.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.plan import FieldCheck
from graadmeter.check.words import flagged, spelled
from graadmeter.domain.checks import Each

_USUAL = re.compile(r"(?P<sign>\[0-9\]|\.)\{(?P<least>\d+)(?:,(?P<most>\d+))?\}")
Mask = npt.NDArray[np.bool_]


def field_failures(
    checks: Iterable[FieldCheck], text: dict[str, pa.Array], values: dict[str, pa.Array]
) -> Iterator[tuple[FieldCheck, Mask]]:
    """Per field check that some rows fail, which ones; a row fails one check per field at most, the first in `Each`."""
    failed: dict[str, Mask] = {}
    for check in checks:
        wrong = _wrong(check, text, values)
        if wrong is not None and wrong.true_count:
            name, mask = check.field.name, as_mask(wrong)
            before = failed.get(name, np.zeros(len(mask), dtype=bool))
            failed[name] = before | mask
            yield check, mask & ~before


def _wrong(check: FieldCheck, text: dict[str, pa.Array], values: dict[str, pa.Array]) -> pa.BooleanArray | None:
    """The rows that fail, None when a glance shows that there are none."""
    column = text[check.field.name]
    if check.each is Each.REQUIRED:
        return pc.is_null(column) if column.null_count else None
    if check.each is Each.READABLE:
        read = values[check.field.name]
        return pc.and_(pc.is_valid(column), pc.is_null(read)) if read.null_count > column.null_count else None
    if check.each is Each.PATTERN:
        return pc.invert(_has_form(column, check.field.pattern))
    return _off_the_list(check, column, text)


def _has_form(column: pa.Array, pattern: str) -> pa.BooleanArray:
    """Whether the whole text matches; usual patterns ('[0-9]{9}', '.{1,12}') are told by length and kind of sign."""
    return flagged(column, partial(_texts_have_form, pattern=pattern))


def _texts_have_form(column: pa.Array, pattern: str) -> pa.BooleanArray:
    usual = _USUAL.fullmatch(pattern)
    if usual is None:
        return pc.match_substring_regex(column, rf"\A(?:{pattern})\z")
    least, most = int(usual["least"]), int(usual["most"] or usual["least"])
    digits = usual["sign"] == "[0-9]"
    signs = pc.ascii_is_decimal(column) if digits else pc.invert(pc.match_substring(column, "\n"))
    bytes_long = pc.min_max(pc.binary_length(column))
    if least <= 1 <= (bytes_long["min"].as_py() or 0) and bytes_long["max"].as_py() <= most:
        return signs
    length = pc.utf8_length(column)
    return pc.and_(pc.and_(pc.greater_equal(length, least), pc.less_equal(length, most)), signs)


def _off_the_list(check: FieldCheck, column: pa.Array, text: dict[str, pa.Array]) -> pa.BooleanArray:
    wrong = pa.scalar(False)  # noqa: FBT003 - pyarrow takes it by position
    for domain, codes in check.codes.items():
        off = flagged(column, partial(_is_none_of, codes=pa.array(sorted(codes), pa.string())))
        of_domain = pc.equal(spelled(text["domein"]), domain) if domain else None
        wrong = pc.or_(wrong, off if of_domain is None else pc.and_(off, of_domain))
    return pc.and_(wrong, pc.is_valid(column))


def _is_none_of(texts: pa.Array, codes: pa.Array) -> pa.BooleanArray:
    return pc.invert(pc.is_in(texts, value_set=codes))


def as_mask(flags: pa.Array) -> Mask:
    """The flags as a writable array; NULL counts as false."""
    mask: Mask = np.array(pc.fill_null(flags, fill_value=False).to_numpy(zero_copy_only=False), dtype=bool)
    return mask
