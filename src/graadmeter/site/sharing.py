"""Figures for others: each on a page of its own that may be framed, as a picture, its figures and a specification."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graadmeter.charts.alone import lines, svg_file
from graadmeter.charts.figure import Figure
from graadmeter.charts.vega import vega_lite
from graadmeter.domain.areas import Area
from graadmeter.domain.formulas import guarded
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.assets import tokens
from graadmeter.site.marks import mark_of
from graadmeter.site.page import Page, Site
from graadmeter.site.period_words import period_phrase
from graadmeter.site.published import Definition
from graadmeter.site.wording import word

_SHARED = "indicator.html"
"""The template of the pages whose figures are shared."""

_OF_ALL = ("gemeenten", "kaart")
"""Figures of all municipalities, which are the same wherever they stand but for a mark."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One figure as others can use it."""

    figure: Figure
    page: str

    @property
    def vega(self) -> str:
        """The path of its Vega-Lite specification."""
        return f"{self._stem}.vl.json"

    @property
    def svg(self) -> str:
        """The path of its picture with title and source."""
        return f"{self._stem}.svg"

    @property
    def csv(self) -> str:
        """The path of the figures in it, and no others."""
        return f"{self._stem}.csv"

    @property
    def _stem(self) -> str:
        return self.page.removesuffix(".html")


def shared(page: Page) -> list[Shared]:
    """The figures with a picture that can be used elsewhere; of a municipality those that are about itself."""
    if page.template != _SHARED:
        return []
    figures, chosen, definition = page.values["figures"], page.values["chosen"], page.values["definition"]
    if not isinstance(definition, Definition) or not isinstance(figures, Sequence):
        return []
    area = chosen.name if isinstance(chosen, Area) else ""
    places = [
        (figure, Addresses(page.lang).embed(definition.id, area, figure.id))
        for figure in figures
        if figure.wide and not (area and figure.id in _OF_ALL)
    ]
    return [Shared(figure, place) for figure, place in places]


def embeds(page: Page) -> Iterator[Page]:
    """The pages of single figures of a page."""
    for one in shared(page):
        values = {
            "figure": one.figure, "whole_page": page.path, "whole_title": page.title,
            "definition": page.values["definition"],
        }  # fmt: skip
        yield Page(one.page, page.twin, "embed.html", page.lang, one.figure.title, one.figure.sentence, "", values)


def files_of_figures(site: Site, page: Page) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the picture, the figures and the specification of each figure of a page."""
    published = site.published
    period = period_phrase(published.last_quarter, page.lang)
    told = {"region": published.region.name, "period": period, "mark": mark_of(published, page)}
    example = f". {word(page.lang, 'example')}" if published.fictitious else ""
    source = f"{word(page.lang, 'embed_source', **told)}{example}"
    for one in shared(page):
        specification = json.dumps(vega_lite(one.figure, source), ensure_ascii=False, separators=(",", ":"))
        yield one.vega, f"{specification}\n".encode()
        yield one.svg, f"{svg_file(one.figure, source, tokens())}\n".encode()
        yield one.csv, _csv(one.figure, source, page.lang)


def _csv(figure: Figure, source: str, lang: Lang) -> bytes:
    """A line per figure, each with what it is of and where it comes from, so that a line alone can be understood."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADERS[lang])
    for row, column, value, words in lines(figure):
        number = "" if value is None else repr(value)
        told = [guarded(text) for text in (figure.subtitle, row, column, words, source)]
        writer.writerow((*told[:3], number, *told[3:]))
    return out.getvalue().encode()


_HEADERS = {
    Lang.NL: ("onderwerp", "rij", "kolom", "waarde", "zoals_getoond", "bron"),
    Lang.EN: ("subject", "row", "column", "value", "as_shown", "source"),
}
