"""The page of a municipality as a document to hand round (ODT): the same words and figures, from the same values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graadmeter.charts.heat import HeatCell
from graadmeter.site.area_figures import Heat, HeatRow
from graadmeter.site.area_rows import Words
from graadmeter.site.area_words import AreaWords
from graadmeter.site.formats.odf import TEXT_WIDTH, Block, Grid, Heading, Line, document
from graadmeter.site.page import Page, Site
from graadmeter.site.remarks import Remark
from graadmeter.site.stand_ins import EDITION_DAY
from graadmeter.site.trace import EDITION
from graadmeter.site.wording import word

_TEMPLATE = "municipality.html"


def factsheet_path(page: str) -> str:
    """Where the document of a page is: beside it."""
    return page.removesuffix(".html") + ".odt"


def factsheets(site: Site, page: Page) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the document of a municipality's page; of other pages none. The edition is a stand-in."""
    if page.template == _TEMPLATE:
        yield factsheet_path(page.path), document(page.title, page.lang, _blocks(site, page, page.values))


def _blocks(site: Site, page: Page, told: Mapping[str, Any]) -> Iterator[Block]:
    words, lang, area = AreaWords(page.lang), page.lang, told["area"].name
    yield Heading(page.title, 1)
    if site.published.fictitious:
        yield Line(f"{word(lang, 'example')} {word(lang, 'example_long')}")
    yield Line(told["lead"])
    yield from (Line(text, small=True) for text in (*(text for text, _ in told["chips"]), told["former"]) if text)
    yield Heading(words.of("remarkable", area=area))
    for group in told["certainties"]:
        yield Heading(group.title, 3)
        yield Line(group.how, small=True)
        yield from _remarks(group.remarks, words, told["benchmark"])
    if told["moved"]:
        yield Heading(words.of("moved"), 3)
        yield Line(words.of("moved_how"), small=True)
        yield from _remarks(told["moved"], words, told["benchmark"])
    yield from (Line(text) for text in told["honest"])
    yield from _aims(told, page, area)
    yield from _voices(told, page, area)
    yield from _table(told["heat"], words, area, told["benchmark"])
    if told["hidden"]:
        names = "; ".join(f"{names} ({status})" for status, names in told["hidden"])
        yield Line(f"{words.of('not_shown', area=area)} {names}.")
    region = site.published.region.name
    cited = {"title": page.title, "area": region, "region": region, "edition": EDITION, "day": EDITION_DAY[lang]}
    address = site.settings.address
    yield Line(word(lang, "cite", **cited), small=True)
    yield Line(f"{address.rstrip('/')}/{page.path}" if address else page.path, small=True)


def _remarks(remarks: Iterable[Remark], words: AreaWords, benchmark: str) -> Iterator[Line]:
    for one in remarks:
        beside = f" {words.of('against', value=one.benchmark, name=benchmark)}" if one.benchmark else ""
        when = f"{one.period}, {words.of('provisional')}" if one.provisional else one.period
        yield Line(f"{one.title}: {one.words}. {one.own}{beside} ({when})")


def _aims(told: Mapping[str, Any], page: Page, area: str) -> Iterator[Block]:
    if told["aims"]:
        yield Heading(word(page.lang, "aims", area=area))
        yield from (Line(f"{one.title}. {one.sentence} {one.by}") for one in told["aims"])
        yield Line(word(page.lang, "aims_how"), small=True)


def _voices(told: Mapping[str, Any], page: Page, area: str) -> Iterator[Block]:
    if told["voices"]:
        yield Heading(word(page.lang, "voices", area=area))
        yield Line(word(page.lang, "voices_how"), small=True)
        for one in told["voices"]:
            yield Line(f"{one.title}: {one.text}" if one.title else one.text)
            yield Line(one.by, small=True)


def _table(heat: Heat, words: AreaWords, area: str, benchmark: str) -> Iterator[Block]:
    """All figures by theme: the last year, the benchmark, how sure the difference is, and the years before."""
    if not heat.themes:
        return
    yield Heading(words.of("all_figures"))
    latest, *before = heat.years
    header = (words.of("figure"), latest, benchmark, words.of("verdict", name=benchmark), *before)
    rows: list[Sequence[str]] = []
    for theme in heat.themes:
        rows += [(theme.title,), *(_row(row) for row in theme.rows)]
    yield Grid(words.of("heat_caption", area=area), header, rows, _widths(len(before)))


def _widths(years: int) -> Sequence[float]:
    """Most for the name of a figure; hundreds of millions of euros fit on a line, and so does `(voorlopig)`."""
    figure, latest, benchmark, verdict = 4.4, 2.2, 2.3, 2.5
    left = TEXT_WIDTH - figure - latest - benchmark - verdict
    return (figure, latest, benchmark, verdict, *(left / max(years, 1) for _ in range(years)))


def _row(row: HeatRow) -> Sequence[str]:
    latest, *before = row.years
    return (
        *(f"{row.title} ({row.unit})", _figure(latest), row.others[0].text, _said(row.verdict)),
        *map(_figure, before),
    )


def _figure(cell: HeatCell) -> str:
    return f"{cell.text} ({cell.remark})" if cell.remark else cell.text


def _said(words: Words) -> str:
    return words.heard or words.text
