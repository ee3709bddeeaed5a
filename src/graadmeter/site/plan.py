"""What the site consists of, piece by piece, and the making of one piece."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType

import pyarrow as pa
import pyarrow.compute as pc
from jinja2 import Environment

from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.compare_data import index_files, indicator_files
from graadmeter.site.downloads import columns, indicator_downloads
from graadmeter.site.feeds import feeds
from graadmeter.site.formats.csvw import csvw
from graadmeter.site.formats.factsheet import factsheets
from graadmeter.site.formats.json_stat import json_stat
from graadmeter.site.formats.workbook import workbooks
from graadmeter.site.page import Page, Site, languages
from graadmeter.site.pages import (
    about,
    compare,
    definitions,
    home,
    indicators,
    municipalities,
    providers,
    questions,
    search,
    stacking,
    themes,
    wijken,
)  # fmt: skip
from graadmeter.site.previews.made import general_card, indicator_card
from graadmeter.site.render import html
from graadmeter.site.search_entries import letter_files
from graadmeter.site.sharing import embeds, files_of_figures
from graadmeter.site.trace import EDITION, Part

_KINDS: tuple[ModuleType, ...] = (
    home, themes, indicators, municipalities, wijken, providers, questions, stacking, definitions, about, search,
    compare,
)  # fmt: skip
"""The kinds of pages. A kind with `parts` and `part` is made in parts; any other is one piece per language."""

_DATA = "data"
_CHOICE = "compare index"
_COMPARED = "compare"
_FEEDS = "feeds"
_LETTERS = "search letters"
_PER_LANGUAGE = {_FEEDS: feeds, _CHOICE: index_files, _LETTERS: letter_files}
"""What is made once per language and is no page."""


@dataclass(frozen=True, slots=True)
class Order:
    """One piece to be made: a kind of page in a language and which part of it, or the downloads of an indicator."""

    kind: str
    lang: str
    part: str

    @property
    def name(self) -> str:
        """The name it is kept under."""
        return f"{self.kind}/{self.lang}/{self.part}"


def orders(site: Site) -> Sequence[Order]:
    """All pieces of the site."""
    found = []
    for kind in _KINDS:
        parts = kind.parts(site) if hasattr(kind, "parts") else ("",)
        found += [Order(kind.__name__, to.lang.value, part) for to, _ in languages() for part in parts]
    found += [Order(_DATA, "", name) for name in sorted(site.published.definitions)]
    found += [Order(kind, to.lang.value, "") for kind in _PER_LANGUAGE for to, _ in languages()]
    return [*found, *(Order(_COMPARED, "", subject.definition.id) for subject in site.subjects)]


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the making of pieces needs beside the release."""

    cells: pa.Table
    templates: Environment
    base: str

    def make(self, site: Site, order: Order, seen: set[Part]) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of each file of a piece; where the edition is to be named is a stand-in (`stand_ins`).

        The release of `site` is watched; `seen` is where it tells what was read.
        """
        if order.kind == _DATA:
            seen.add(("cells", f"[{order.part}"))
            yield from _files(site, self._own_cells(order.part), order.part)
        elif order.kind in _PER_LANGUAGE:
            yield from _PER_LANGUAGE[order.kind](site, order.lang)
        elif order.kind == _COMPARED:
            yield from indicator_files(site, order.part)
        else:
            for page in _pages(site, order):
                for one in (page, *embeds(page)):
                    yield one.path, html(self.templates, site, one, base=self.base).encode()
                yield from files_of_figures(site, page)
                yield from factsheets(site, page)
            yield from _cards(site, order)

    def _own_cells(self, indicator: str) -> pa.Table:
        found = self.cells.filter(pc.equal(self.cells["indicator"], indicator))
        at = found.column_names.index("edition")
        return found.set_column(at, "edition", pa.array([EDITION] * found.num_rows, pa.string()))


def _files(site: Site, cells: pa.Table, indicator: str) -> Iterator[tuple[str, bytes]]:
    """The figures of an indicator in every form there is."""
    yield from indicator_downloads(site.published, cells, indicator)
    yield csvw(site.published, columns(cells), indicator)
    yield json_stat(site.published, cells, indicator)
    yield from workbooks(site, indicator)


def _cards(site: Site, order: Order) -> Iterator[tuple[str, bytes]]:
    """The pictures for previews that come with a piece."""
    to = Addresses(Lang(order.lang))
    if order.kind == home.__name__:
        yield from general_card(site, to)
    elif order.kind == indicators.__name__:
        yield from indicator_card(site, order.part, to)


def _pages(site: Site, order: Order) -> Iterator[Page]:
    kind = next(kind for kind in _KINDS if kind.__name__ == order.kind)
    to, other = next(pair for pair in languages() if pair[0].lang.value == order.lang)
    found: Iterator[Page] = (
        kind.part(site, order.part, to, other) if hasattr(kind, "parts") else kind.pages(site, to, other)
    )
    return found
