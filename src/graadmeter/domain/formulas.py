"""Keeps a text that somebody delivered from being run as a formula when a spreadsheet opens what we write."""

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""First signs that spreadsheets take for the start of a formula (OWASP, CSV injection), full-width ones included."""
_HARMLESS = re.compile(r"[-+]?\d+(?:[.,]\d+)?|-")
"""Plain numbers, and the dash that stands for nothing."""


def guarded(text: str) -> str:
    """The text, with an apostrophe before it when its first sign could make it a formula."""
    return f"'{text}" if text.startswith(_FORMULA) and not _HARMLESS.fullmatch(text) else text
