"""Bilingual text: one value holds the Dutch and the English wording. Nothing here reads files or settings."""

from dataclasses import dataclass
from enum import StrEnum


class Lang(StrEnum):
    """The languages people are answered in."""

    NL = "nl"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One message in Dutch (first) and English."""

    nl: str
    en: str

    def within(self, lang: Lang) -> str:
        """The wording in `lang`."""
        return self.nl if lang is Lang.NL else self.en

    def fill(self, **values: object) -> "Text":
        """The same message with its `{placeholders}` filled in both languages."""
        return Text(self.nl.format(**values), self.en.format(**values))
