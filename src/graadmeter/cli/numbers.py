"""Figures as people write them in each language."""

from graadmeter.domain.text import Lang
from graadmeter.release.formats import plain_number

_DUTCH = str.maketrans({",": ".", ".": ","})


def spoken(value: float, lang: Lang) -> str:
    """1234.5 as '1.234,5' in Dutch and '1,234.5' in English."""
    digits = plain_number(value) or ""
    whole, point, fraction = digits.partition(".")
    grouped = f"{int(whole):,}{point}{fraction}"
    return grouped.translate(_DUTCH) if lang is Lang.NL else grouped
