"""What the money commands print: a warning, tables of amounts, or everything as CSV."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
from rich.table import Table

from graadmeter.cli.console import Call
from graadmeter.cli.numbers import spoken
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.text import Lang, Text
from graadmeter.release.formats import csv_bytes

INSIDE = Text(
    "Let op: onbeschermde cijfers. Ze mogen de regio niet uit.",
    "Mind: unprotected figures. They must not leave the region.",
)
LAWS = ("jeugdwet", "wmo")
_CENTS = 100
_WORDS = 14
"""Columns that words need at least."""


def law_of(law: str) -> str:
    """The law as typed, '' for both; raises UnknownNameError."""
    if law and law not in LAWS:
        raise UnknownNameError(Text("De wet", "law"), law, LAWS)
    return law


def euros(cents: float, lang: Lang) -> str:
    """Whole euros, grouped."""
    return spoken(round(cents / _CENTS), lang)


def thousands(cents: float, lang: Lang) -> str:
    """Thousands of euros, grouped."""
    return spoken(round(cents / (_CENTS * 1000)), lang)


def percent(share: float, lang: Lang) -> str:
    """A share between 0 and 1 as a whole percentage."""
    return f"{spoken(round(100 * share), lang)}%"


def table(lang: Lang, titles: Sequence[Text], *, words: int = 1) -> Table:
    """An empty table of which the first columns are words and the rest figures, which are never broken off."""
    made = Table()
    for at, title in enumerate(titles):
        figure = at >= words
        width = None if figure else _WORDS
        made.add_column(title.within(lang), justify="right" if figure else "left", no_wrap=figure, min_width=width)
    return made


def print_csv(call: Call, rows: Sequence[dict[str, Any]], names: Sequence[str]) -> None:
    """The rows as CSV with these columns, also when there are none."""
    call.write(csv_bytes(pa.table({name: [row[name] for row in rows] for name in names})).decode())
