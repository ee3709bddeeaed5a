"""The profile of a municipality: what stands out and how sure that is, all its figures beside others, its wijken."""

from collections.abc import Sequence

from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import listing
from graadmeter.charts.spine import MUNICIPALITIES
from graadmeter.domain.areas import Area
from graadmeter.domain.comparison import Comparator
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.area_figures import AreaFigures, Company
from graadmeter.site.area_rows import AreaRow, area_rows, standing_out
from graadmeter.site.area_words import AreaWords
from graadmeter.site.completeness import completeness_words
from graadmeter.site.figures.comparisons import wijk_map
from graadmeter.site.formats.factsheet import factsheet_path
from graadmeter.site.former import former
from graadmeter.site.page import Page, Site
from graadmeter.site.period_words import period_label
from graadmeter.site.remarks import certainties, honest, lead, moved
from graadmeter.site.render import word
from graadmeter.site.targets import TARGETS_FILE
from graadmeter.site.targets import of_area as aims_of
from graadmeter.site.ui_words import municipality_of
from graadmeter.site.voices import of_area
from graadmeter.site.wijk_places import wijk_table

_COMPARED = 3
"""So many figures are taken along to the compare page."""


def profile(site: Site, area: Area, to: Addresses, other: Addresses) -> Page:
    """The page of one municipality."""
    region, words = site.published.region, AreaWords(to.lang)
    rows = area_rows(site, area, region, Comparator.REGION, to.lang)
    opening = lead(rows, area.name, region.name, words)
    company = Company(site.published.municipalities, MUNICIPALITIES, region.name, region.name)
    shown = AreaFigures(tuple(rows), company, to, area.name)
    heat = shown.heat
    wijken = wijk_table(site, area, to, municipality_of(area.name, to.lang))
    values = {
        "trail": [(word(to.lang, "nav_municipalities"), to.listing("municipalities")), (area.name, "")],
        "w": words,
        "area": area,
        "benchmark": region.name,
        "lead": opening,
        "chips": chips(site, area, to.lang),
        "certainties": certainties(rows, to, area.name, words),
        "honest": honest(rows, area.name, region.name, words),
        "moved": moved(rows, to, area.name),
        "alike": _alike(site, area, words),
        "voices": of_area(site, area, to),
        "aims": aims_of(site, area, to),
        "aims_file": TARGETS_FILE,
        "factsheet": factsheet_path(to.municipality(area.name)),
        "former": former(site.published, area, to.lang),
        "figure": shown.figure,
        "heat": heat,
        "hidden": shown.hidden,
        "wijk_map": _wijk_map(site, area, to.lang),
        "wijken": wijken,
        "contents": [
            *((theme.title, f"theme-{theme.id}") for theme in heat.themes),
            *([(words.of("wijken", area=area.name), "wijken")] if wijken else []),
        ],
        "onward": _onward(site, rows, area, to),
    }
    paths = (to.municipality(area.name), other.municipality(area.name))
    return Page(*paths, "municipality.html", to.lang, area.name, opening, "municipalities", values)


def chips(site: Site, area: Area, lang: Lang) -> list[tuple[str, str]]:
    """The period of the figures, and how complete the deliveries behind a provisional one are."""
    subject = next(iter(site.subjects), None)
    if subject is None:
        return []
    label = period_label(subject.latest, lang)
    if not subject.datum(subject.main, site.published.region, subject.latest).provisional:
        return [(label, "")]
    share = completeness_words(site.published, subject.latest, area, lang)
    return [(f"{label}, {word(lang, 'provisional')} · {share}", "provisional")]


def _alike(site: Site, area: Area, words: AreaWords) -> str:
    """Which municipalities are most like this one, by name; '' when the release does not say."""
    names = {town.code: town.name for town in site.published.municipalities}
    alike = [names[code] for code in site.published.neighbours.get(area.code, ()) if code in names]
    return words.of("alike", area=area.name, names=listing(alike, words.lang)) if alike else ""


def _wijk_map(site: Site, area: Area, lang: Lang) -> Figure | None:
    """The wijken by place, by the first figure that two of them show; None without borders or such a figure."""
    drawn = (wijk_map(site.context(subject, lang, area)) for subject in site.subjects)
    return next((figure for figure in drawn if figure is not None), None)


def _onward(site: Site, rows: Sequence[AreaRow], area: Area, to: Addresses) -> list[tuple[str, str]]:
    """Where to go from here: its providers, and its most telling figures on the compare page."""
    ids = {subject.definition.id for subject in site.subjects}
    found = [(word(to.lang, "providers_of", area=area.name), to.providers(area.name))]
    telling = (standing_out(rows) or [row for row in rows if row.subject.comparable])[:_COMPARED]
    figures = ",".join(row.subject.definition.id for row in telling)
    compare = f"{to.page('compare')}?cijfer={figures}&gebied={area.code}&met={site.published.region.code}"
    compared = [(AreaWords(to.lang).of("compare_yourself", area=area.name), compare)] if figures else []
    return [*(found if "grootste_aanbieders" in ids else []), *compared]
