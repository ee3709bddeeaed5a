"""Numbers as reference files write them, without ever accepting infinity, NaN or underscores."""

import re
from math import isfinite

_WHOLE = re.compile(r"-?[0-9]{1,18}(?:\.0{1,6})?")
_NUMBER = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?")


def whole_or_none(text: str) -> int | None:
    """The whole number in `text` (5110 or 5110.0); None when it is none."""
    return int(text.partition(".")[0]) if _WHOLE.fullmatch(text) else None


def number_or_none(text: str) -> float | None:
    """The finite number in `text`, with a decimal point; None when it is none."""
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text)
    return value if isfinite(value) else None
