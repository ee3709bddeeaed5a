"""Where every page and file lives: stable addresses, in each language its own words; links are relative."""

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from graadmeter.domain.text import Lang, Text

_FOLDERS = {
    "themes": Text("themas", "themes"),
    "indicators": Text("cijfers", "figures"),
    "municipalities": Text("gemeenten", "municipalities"),
    "providers": Text("aanbieders", "providers"),
    "questions": Text("vragen", "questions"),
}
_PAGES = {
    "home": Text("index", "index"),
    "stacking": Text("stapeling", "stacking"),
    "definitions": Text("begrippen", "definitions"),
    "about": Text("over", "about"),
    "about-data": Text("over/gegevens", "about/data"),
    "about-release": Text("over/uitgave", "about/release"),
    "about-protection": Text("over/bescherming", "about/protection"),
    "accessibility": Text("toegankelijkheid", "accessibility"),
    "search": Text("zoeken", "search"),
    "compare": Text("vergelijken", "compare"),
    "missing": Text("404", "404"),
}


def slug(name: str) -> str:
    """A name as it stands in an address: 'Hof van Twente' becomes 'hof-van-twente'."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def relative(source: str, target: str) -> str:
    """The link from one page to another page or file; `target` may end in #fragment."""
    page, mark, fragment = target.partition("#")
    return _way(source.rpartition("/")[0], page) + mark + fragment


@lru_cache(maxsize=100_000)
def _way(folder: str, page: str) -> str:
    """Pages of one folder mostly link to the same pages."""
    return posixpath.relpath(page, folder or ".")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The paths of the pages in one language, from the root of the site."""

    lang: Lang

    def page(self, name: str) -> str:
        """A single page by its name, such as home, definitions, about-data or missing."""
        return self._path(_PAGES[name].within(self.lang))

    def listing(self, kind: str) -> str:
        """The overview of themes, municipalities, providers or questions."""
        return self._path(_FOLDERS[kind].within(self.lang))

    def theme(self, theme: str) -> str:
        """The page of a theme."""
        return self._path(f"{_FOLDERS['themes'].within(self.lang)}/{slug(theme)}")

    def indicator(self, indicator: str, area: str = "") -> str:
        """The page of an indicator, for the region or for the municipality with this name."""
        base = f"{_FOLDERS['indicators'].within(self.lang)}/{indicator}"
        return self._path(f"{base}/{slug(area)}" if area else base)

    def municipality(self, name: str) -> str:
        """The profile of a municipality."""
        return self._path(f"{_FOLDERS['municipalities'].within(self.lang)}/{slug(name)}")

    def wijk(self, municipality: str, name: str) -> str:
        """The page of a wijk, by the name that is its own within the municipality."""
        return self._path(f"{_FOLDERS['municipalities'].within(self.lang)}/{slug(municipality)}/{slug(name)}")

    def providers(self, name: str) -> str:
        """The largest providers of a municipality."""
        return self._path(f"{_FOLDERS['providers'].within(self.lang)}/{slug(name)}")

    def question(self, name: str) -> str:
        """The page of one of the questions that the monitor was made for."""
        return self._path(f"{_FOLDERS['questions'].within(self.lang)}/{slug(name)}")

    def embed(self, indicator: str, area: str, figure: str) -> str:
        """One figure on a page of its own, for other sites to show in a frame; `area` is '' for the region."""
        folder = Text("insluiten", "embed").within(self.lang)
        return self._path(f"{folder}/{indicator}/{slug(area) if area else 'regio'}-{figure}")

    def _path(self, words: str) -> str:
        return f"{'en/' if self.lang is Lang.EN else ''}{words}.html"


def download(indicator: str, area: str = "") -> str:
    """The CSV file of an indicator: of all municipalities, or of one with its wijken."""
    return f"data/{indicator}/{slug(area)}.csv" if area else f"data/{indicator}.csv"
