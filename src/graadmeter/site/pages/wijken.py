"""A page per wijk: its figures beside municipality and region; where they are too small, the municipality's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graadmeter.charts.heat import HeatCell, plain_cell
from graadmeter.charts.spine import WIJKEN
from graadmeter.charts.standing_marks import step
from graadmeter.domain.areas import Area
from graadmeter.domain.comparison import Comparator
from graadmeter.site.addresses import Addresses
from graadmeter.site.area_figures import AreaFigures, Company
from graadmeter.site.area_rows import AreaRow, area_rows
from graadmeter.site.area_words import AreaWords
from graadmeter.site.former import former
from graadmeter.site.merged_rows import merged_row
from graadmeter.site.page import Page, Site
from graadmeter.site.pages.profile import chips
from graadmeter.site.remarks import certainties, honest, moved
from graadmeter.site.render import word
from graadmeter.site.ui_words import municipality_of
from graadmeter.site.wijk_places import wijk_names


@dataclass(frozen=True, slots=True)
class Fallback:
    """An indicator whose figure of the wijk is not shown: the municipality's and the region's instead."""

    title: str
    target: str
    unit: str
    status: str
    cells: tuple[HeatCell, ...]


def parts(site: Site) -> tuple[str, ...]:
    """The municipalities that have wijken, by code."""
    return tuple(town.code for town in site.published.municipalities if site.published.wijken(town.code))


def part(site: Site, code: str, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The pages of the wijken of one municipality in one language."""
    town = next(town for town in site.published.municipalities if town.code == code)
    wijken = site.published.wijken(code)
    names = wijk_names(wijken)
    for wijk in wijken:
        yield _page(site, (town, wijk), names, to, other)


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The pages of all wijken in one language."""
    for code in parts(site):
        yield from part(site, code, to, other)


def _page(site: Site, place: tuple[Area, Area], names: dict[str, str], to: Addresses, other: Addresses) -> Page:
    town, wijk = place
    words, whole = AreaWords(to.lang), municipality_of(town.name, to.lang)
    region = site.published.region
    rows = area_rows(site, wijk, town, Comparator.MUNICIPALITY, to.lang)
    shown = [row for row in rows if row.shown]
    company = Company(site.published.wijken(town.code), WIJKEN, whole, region.name)
    figures = AreaFigures(tuple(shown), company, to, town.name)
    opening = _lead(rows, wijk, whole, words)
    merged = {row.subject.definition.id: merged_row(site, row, to, town) for row in rows if not row.shown}
    values = {
        "trail": [
            (word(to.lang, "nav_municipalities"), to.listing("municipalities")),
            (town.name, to.municipality(town.name)),
            (wijk.name, ""),
        ],
        "w": words,
        "wijk": wijk,
        "town": town,
        "town_name": whole,
        "region": region,
        "lead": opening,
        "chips": chips(site, town, to.lang) if shown else [],
        "certainties": certainties(rows, to, town.name, words),
        "honest": honest(rows, wijk.name, whole, words) if shown else [],
        "moved": moved(shown, to, town.name),
        "former": former(site.published, wijk, to.lang),
        "figure": figures.figure,
        "heat": figures.heat,
        "merged": [one for one in merged.values() if one is not None],
        "fallbacks": [
            _fallback(site, row, to, town)
            for row in rows
            if not row.shown and merged[row.subject.definition.id] is None
        ],
        "choices": [
            (one.name, to.wijk(town.name, names[one.code]), one.code == wijk.code)
            for one in site.published.wijken(town.code)
        ],
    }
    path, twin = (one.wijk(town.name, names[wijk.code]) for one in (to, other))
    title = f"{wijk.name}, {town.name}"
    return Page(path, twin, "wijk.html", to.lang, title, opening, "municipalities", values)


def _lead(rows: Sequence[AreaRow], wijk: Area, whole: str, words: AreaWords) -> str:
    shown = [row for row in rows if row.shown]
    named = {"wijk": wijk.name, "area": whole, "n": len(shown), "total": len(rows)}
    if not rows:
        return words.of("wijk_lead_nothing", **named)
    if not shown:
        return words.of("wijk_lead_none", **named)
    tested = [row for row in shown if row.standing]
    differing = sum(step(row.standing) != 0 for row in tested)
    said = words.of("wijk_lead", **named)
    if not tested:
        return said
    which = {0: "wijk_same", 1: "wijk_differs_one"}.get(differing, "wijk_differs")
    return f"{said} {words.of(which, area=whole, n=differing)}"


def _fallback(site: Site, row: AreaRow, to: Addresses, town: Area) -> Fallback:
    region = row.subject.datum(row.subject.main, site.published.region, row.subject.latest)
    return Fallback(
        title=row.title,
        target=to.indicator(row.subject.definition.id, town.name),
        unit=row.unit,
        status=row.own.text(to.lang),
        cells=(row.benchmark_cell(), plain_cell(region, to.lang)),
    )
