"""Undoes what spreadsheets do to values, where that is certain: dates, BSNs and codes that lost a leading zero."""

import re
from collections.abc import Container, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.domain.bsn import eleven_test, is_special
from graadmeter.domain.layouts import Field

_DATE = r"^(\d{1,2})-(\d{1,2})-(\d{4})$"
_WHOLE = re.compile(r"[.,]0+$")
_NUMBER = re.compile(r"[\d.,\s]+(?:[eE]\+?\d+)?")
_BSN = 9
_GEMEENTE = "gemeente"


def iso_dates(texts: pa.Array) -> pa.Array:
    """The texts, with dd-mm-jjjj written as jjjj-mm-dd; anything else is left as it is."""
    if not pc.any(pc.match_substring_regex(texts, _DATE)).as_py():
        return texts
    padded = pc.replace_substring_regex(texts, r"^(\d)-(\d{1,2}-\d{4})$", r"0\1-\2")
    padded = pc.replace_substring_regex(padded, r"^(\d{2})-(\d)-(\d{4})$", r"\1-0\2-\3")
    return pc.replace_substring_regex(padded, _DATE, r"\3-\2-\1")


def restored_bsn(text: str) -> str | None:
    """The BSN a spreadsheet made `text` of, when only one is possible and it passes the eleven test; else None."""
    digits = _WHOLE.sub("", text).replace(".", "").replace(" ", "")
    bsn = digits.zfill(_BSN) if len(digits) == _BSN - 1 else digits
    return bsn if eleven_test(bsn) and not is_special(bsn) else None


def odd_bsns(texts: pa.Array) -> Iterator[tuple[int, str | None]]:
    """(position, restored BSN or None) of every value that is a number, but not one of nine digits."""
    odd = pc.invert(pc.match_substring_regex(texts, r"^\d{9}$"))
    for position in pc.indices_nonzero(pc.fill_null(odd, False)).to_pylist():  # noqa: FBT003 - an Arrow value
        text = texts[position].as_py()
        if _NUMBER.fullmatch(text):
            yield position, restored_bsn(text)


def with_zeros(texts: pa.Array, field: Field) -> tuple[pa.Array, int]:
    """The texts, with the leading zero put back where the field's codes leave no doubt, and how often that was."""
    codes = code_lists().get(field.codes, {})
    if not codes and field.name != _GEMEENTE:
        return texts, 0
    values = [value for value in pc.unique(texts).to_pylist() if value and _lost_zero(value, field, codes)]
    if not values:
        return texts, 0
    lost = pc.is_in(texts, pa.array(values, pa.string()))
    return pc.if_else(lost, pc.binary_join_element_wise("0", texts, ""), texts), pc.sum(lost).as_py()


def _lost_zero(value: str, field: Field, codes: Container[str]) -> bool:
    if field.name == _GEMEENTE:
        return re.fullmatch(r"\d{3}", value) is not None
    return value not in codes and f"0{value}" in codes
