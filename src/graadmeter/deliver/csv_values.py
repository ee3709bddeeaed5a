"""Undoes what spreadsheets do to values, where that is certain: dates, BSNs and codes that lost a leading zero."""

import re
from collections.abc import Container, Iterator, Mapping
from datetime import date, timedelta
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.check.words import changed, flagged
from graadmeter.domain.bsn import eleven_test, is_special
from graadmeter.domain.layouts import Field

_DATE = r"^(\d{1,2})-(\d{1,2})-(\d{4})$"
_WHOLE = re.compile(r"[.,]0+$")
_NUMBER = re.compile(r"[\d.,\s]+(?:[eE]\+?\d+)?")
_BSN = 9
_DIGITS = {"gemeente": 4, "aanbieder": 8}
"""Fields whose codes all have this many digits; one zero that went missing can only have stood in front."""
_COMPACT = r"^((?:19|20)\d{2})(0[1-9]|1[0-2])(\d{2})$"
"""jjjjmmdd; no day written ddmmjjjj reads so, since its fifth and sixth digit are 19 or 20."""
_SERIAL = r"^[1-6]\d{4}$"
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of Excel, so that its numbers from March 1900 on are right."""


def iso_dates(texts: pa.Array) -> pa.Array:
    """The texts, with dd-mm-jjjj and jjjjmmdd written as jjjj-mm-dd; anything else is left as it is."""
    if pc.any(pc.match_substring_regex(texts, _COMPACT)).as_py():
        texts = pc.replace_substring_regex(texts, _COMPACT, r"\1-\2-\3")
    encoded = texts.dictionary_encode()
    words = encoded.dictionary
    if not pc.any(pc.match_substring_regex(words, _DATE)).as_py():
        return texts
    padded = pc.replace_substring_regex(words, r"^(\d)-(\d{1,2}-\d{4})$", r"0\1-\2")
    padded = pc.replace_substring_regex(padded, r"^(\d{2})-(\d)-(\d{4})$", r"\1-0\2-\3")
    return pc.replace_substring_regex(padded, _DATE, r"\3-\2-\1").take(encoded.indices)


def serial_dates(texts: pa.Array) -> tuple[pa.Array, int]:
    """The texts, with Excel's day numbers (1927 to 2091) written as dates, and how often that was."""
    lost = pc.fill_null(pc.match_substring_regex(texts, _SERIAL), fill_value=False)
    count = pc.sum(lost, min_count=0).as_py()
    if not count:
        return texts, 0
    days = [
        text and is_lost and _of_serial(text) for text, is_lost in zip(texts.to_pylist(), lost.to_pylist(), strict=True)
    ]
    return pc.if_else(lost, pa.array([day or None for day in days], pa.string()), texts), count


def _of_serial(text: str) -> str:
    return (_FIRST_DAY + timedelta(days=int(text))).isoformat()


def translated(texts: pa.Array, meaning: Mapping[str, str]) -> pa.Array:
    """The texts, with what `meaning` names replaced by what it stands for; without regard to case."""
    if not meaning:
        return texts
    folded = {said.casefold(): meant for said, meant in meaning.items()}
    return pa.array([text and folded.get(text.casefold(), text) for text in texts.to_pylist()], pa.string())


def restored_bsn(text: str) -> str | None:
    """The BSN a spreadsheet made `text` of, when only one is possible and it passes the eleven test; else None."""
    digits = _WHOLE.sub("", text).replace(".", "").replace(" ", "")
    bsn = digits.zfill(_BSN) if len(digits) == _BSN - 1 else digits
    return bsn if eleven_test(bsn) and not is_special(bsn) else None


def odd_bsns(texts: pa.Array) -> Iterator[tuple[int, str | None]]:
    """(position, restored BSN or None) of every value that is a number, but not one of nine digits."""
    nine_digits = pc.and_(
        pc.equal(pc.binary_length(texts), _BSN), pc.and_(pc.utf8_is_digit(texts), pc.string_is_ascii(texts))
    )
    odd = pc.invert(nine_digits)
    for position in pc.indices_nonzero(pc.fill_null(odd, False)).to_pylist():  # noqa: FBT003 - an Arrow value
        text = texts[position].as_py()
        if _NUMBER.fullmatch(text):
            yield position, restored_bsn(text)


def with_zeros(texts: pa.Array, field: Field) -> tuple[pa.Array, int]:
    """The texts, with the leading zero put back where the field's codes leave no doubt, and how often that was."""
    codes = code_lists().get(field.codes, {})
    if not codes and field.name not in _DIGITS:
        return texts, 0
    values = [value for value in pc.unique(texts).to_pylist() if value and _lost_zero(value, field, codes)]
    if not values:
        return texts, 0
    short = pa.array(values, pa.string())
    count = flagged(texts, lambda words: pc.is_in(words, short)).true_count
    return changed(texts, partial(_with_zero, short=short)), count


def _with_zero(texts: pa.Array, short: pa.Array) -> pa.Array:
    return pc.if_else(pc.is_in(texts, short), pc.binary_join_element_wise("0", texts, ""), texts)


def _lost_zero(value: str, field: Field, codes: Container[str]) -> bool:
    if field.name in _DIGITS:
        return value.isascii() and value.isdigit() and len(value) == _DIGITS[field.name] - 1
    return value not in codes and f"0{value}" in codes
