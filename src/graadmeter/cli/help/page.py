"""What a help page is and how it is laid out as plain text; no words of any page belong here."""

import re
import textwrap
from dataclasses import dataclass

from graadmeter.domain.text import Lang, Text

WIDTH = 88

_ENGLISH = {
    "MAP": "DIR",
    "BESTAND": "FILE",
    "GETAL": "NUMBER",
    "GEBIED": "AREA",
    "PERIODE": "PERIOD",
    "KWARTAAL": "QUARTER",
    "UITSPLITSING": "DIMENSION",
    "UITGAVE": "EDITION",
    "OPDRACHT": "COMMAND",
    "AANLEVERAAR": "DELIVERER",
    "NIVEAU": "LEVEL",
    "TEKST": "TEXT",
    "DATUM": "DATE",
    "LEVERING": "DELIVERY",
    "TABEL": "TABLE",
    "JAAR": "YEAR",
    "WET": "LAW",
    "VERSLAG": "REPORT",
    "GEMEENTE": "MUNICIPALITY",
    "REGEL": "RULE",
    "EENHEID": "UNIT",
    "ADRES": "ADDRESS",
    "opties": "options",
}
"""Placeholders are written in Dutch in the pages; this is what an English reader sees."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: an argument, option or example, and what it means or does."""

    name: str
    meaning: Text


@dataclass(frozen=True, slots=True)
class Page:
    """The help of one command."""

    command: str
    """The words after 'graadmeter', such as 'site build'; '' for the program as a whole."""
    usage: str
    """Arguments and options in short, as typed after the command."""
    summary: Text
    """One sentence; the list of commands shows it."""
    body: Text
    """What it does and when to use it; paragraphs are separated by an empty line."""
    arguments: tuple[Entry, ...] = ()
    options: tuple[Entry, ...] = ()
    examples: tuple[Entry, ...] = ()


_USAGE = Text("Gebruik", "Usage")
_COMMANDS = Text("Opdrachten", "Commands")
_ARGUMENTS = Text("Argumenten", "Arguments")
_OPTIONS = Text("Opties", "Options")
_EXAMPLES = Text("Voorbeelden", "Examples")


def render(page: Page, lang: Lang, *, commands: tuple[Page, ...] = (), shared: tuple[Entry, ...] = ()) -> str:
    """The page as text. `commands` are listed with their summaries; `shared` options close the list of options."""
    invocation = placeholders(" ".join(part for part in ("graadmeter", page.command, page.usage) if part), lang)
    listed = tuple(Entry(command.command, command.summary) for command in commands)
    parts = [
        f"{_USAGE.within(lang)}: {invocation}",
        *(_paragraph(text) for text in (page.summary.within(lang), *page.body.within(lang).split("\n\n"))),
        _section(_COMMANDS, listed, lang),
        _section(_ARGUMENTS, page.arguments, lang),
        _section(_OPTIONS, (*page.options, *shared), lang),
        _examples(page.examples, lang),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def placeholders(text: str, lang: Lang) -> str:
    """`text` with the names of its placeholders in `lang`."""
    if lang is Lang.NL:
        return text
    return re.sub("|".join(rf"\b{word}\b" for word in _ENGLISH), lambda found: _ENGLISH[found[0]], text)


def _paragraph(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH)


def _section(title: Text, entries: tuple[Entry, ...], lang: Lang) -> str:
    if not entries:
        return ""
    width = min(max(len(entry.name) for entry in entries), 24) + 4
    return "\n".join([f"{title.within(lang)}:", *(_entry(entry, width, lang) for entry in entries)])


def _entry(entry: Entry, width: int, lang: Lang) -> str:
    first = f"  {placeholders(entry.name, lang)}".ljust(width)
    lead = first if len(first) == width else f"{first}\n{' ' * width}"
    meaning = textwrap.fill(
        entry.meaning.within(lang), WIDTH, initial_indent=" " * width, subsequent_indent=" " * width
    )
    return lead + meaning[width:]


def _examples(entries: tuple[Entry, ...], lang: Lang) -> str:
    if not entries:
        return ""
    lines = [f"{_EXAMPLES.within(lang)}:"]
    for entry in entries:
        lines += [f"  {entry.name}", f"      {entry.meaning.within(lang)}"]
    return "\n".join(lines)
