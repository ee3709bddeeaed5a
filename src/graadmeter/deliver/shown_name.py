"""File names as they may be shown and stored: deliverers choose them, so they can hold a BSN or terminal codes."""

import re

from graadmeter.domain.bsn import eleven_test

LONGEST = 150
_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
_HIDDEN = "[nummer]"


def shown_name(name: str, ordinal: int) -> str:
    """The name itself when it is harmless; else without BSNs and control characters, made unique by `ordinal`."""
    if len(name) <= LONGEST and name.isprintable() and not _NINE_DIGITS.search(name):
        return name
    hidden = _NINE_DIGITS.sub(lambda found: _HIDDEN if eleven_test(found[0]) else found[0], name)
    safe = "".join(char if char.isprintable() else "?" for char in hidden)
    if safe == name and len(name) <= LONGEST:
        return name
    stem, dot, extension = safe.rpartition(".")
    if not dot or len(extension) > len("jsonl"):
        return f"{safe[:LONGEST]}~{ordinal}"
    return f"{stem[:LONGEST]}~{ordinal}.{extension}"
