"""Loads what people type when they look for a figure: groups of words that find the same things."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from graadmeter.catalogue.units import read_yaml, unit_files
from graadmeter.domain.text import Lang


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words for the same thing, in both languages, and what they find."""

    nl: tuple[str, ...]
    en: tuple[str, ...]
    indicators: tuple[str, ...]
    """Ids of indicators; the region need not publish them all."""
    pages: tuple[str, ...]
    """Names of single pages of the site."""

    def within(self, lang: Lang) -> tuple[str, ...]:
        """The words in a language."""
        return self.nl if lang is Lang.NL else self.en


@cache
def search_words() -> dict[str, WordGroup]:
    """Every group, by its first Dutch word."""
    entries = [entry for file in unit_files("search", ".yaml") for entry in read_yaml(file)["groups"]]
    return {entry["nl"][0]: _group(entry) for entry in entries}


def _group(entry: dict[str, Any]) -> WordGroup:
    parts = {name: tuple(str(one) for one in entry.get(name, ())) for name in ("nl", "en", "indicators", "pages")}
    return WordGroup(**parts)
