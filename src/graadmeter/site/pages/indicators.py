"""A page per indicator for the region, and one per indicator and municipality."""

from collections.abc import Iterator

from graadmeter.charts.figure import Figure
from graadmeter.domain.areas import Area
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.text import Text
from graadmeter.site.addresses import Addresses, download
from graadmeter.site.completeness import completeness_words
from graadmeter.site.figures.breakdowns import breakdowns
from graadmeter.site.figures.comparisons import area_map, municipalities, wijken
from graadmeter.site.figures.context import Context
from graadmeter.site.figures.developments import flow, over_time, per_quarter
from graadmeter.site.lead import lead, plain
from graadmeter.site.page import Page, Site
from graadmeter.site.render import word
from graadmeter.site.ui_words import AGE_CHIPS, theme_title

_PER = {
    PeriodType.YEAR: Text("per jaar", "per year"),
    PeriodType.HALF_YEAR: Text("per halfjaar", "per half-year"),
    PeriodType.QUARTER: Text("per kwartaal", "per quarter"),
}


def parts(site: Site) -> tuple[str, ...]:
    """The indicators that have pages."""
    return tuple(subject.definition.id for subject in site.subjects)


def part(site: Site, indicator: str, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The pages of one indicator in one language."""
    subject = next(subject for subject in site.subjects if subject.definition.id == indicator)
    for chosen in (None, *site.published.municipalities):
        yield _page(site, site.context(subject, to.lang, chosen), to, other)


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The pages of every indicator in one language."""
    for indicator in parts(site):
        yield from part(site, indicator, to, other)


def _page(site: Site, context: Context, to: Addresses, other: Addresses) -> Page:
    definition = context.subject.definition
    name = context.chosen.name if context.chosen else ""
    opening = lead(context)
    theme = theme_title(definition.theme).within(context.lang)
    trail = [(word(to.lang, "nav_themes"), to.listing("themes")), (theme, to.theme(definition.theme))]
    trail += [(context.title, to.indicator(definition.id)), (name, "")] if name else [(context.title, "")]
    return Page(
        path=to.indicator(definition.id, name),
        twin=other.indicator(definition.id, name),
        template="indicator.html",
        lang=to.lang,
        title=f"{context.title} · {name}" if name else context.title,
        description=plain(opening),
        section="themes",
        values={
            "trail": trail,
            "heading": context.title,
            "chosen": context.chosen,
            "area": context.area,
            "lead": opening,
            "hidden": not context.subject.datum(context.subject.lead, context.area, context.subject.latest).shown,
            "chips": chips(site, context),
            "definition": definition,
            "figures": figures(context),
            "caveats": [caveat.within(to.lang) for caveat in definition.caveats],
            "csv": download(definition.id, name),
            "choices": choices(site, to, definition.id, context.chosen),
        },
    )


def figures(context: Context) -> list[Figure]:
    """The figures of an indicator in their order on the page; those that the release does not allow are left out.

    What compares goes first; where only numbers can be given, what they consist of says more than who has most.
    """
    parts = breakdowns(context)
    compared = [municipalities(context), wijken(context), area_map(context)]
    middle = [*compared, *parts] if context.subject.comparable else [*parts, *compared]
    drawn = [over_time(context), *middle, flow(context), per_quarter(context)]
    return [figure for figure in drawn if figure is not None]


def chips(site: Site, context: Context) -> list[tuple[str, str]]:
    """Short remarks under the lead sentence: provisional, age, period, which direction is good."""
    lang, main = context.lang, context.subject.main
    found = []
    if context.subject.datum(main, context.area, context.subject.latest).provisional:
        share = completeness_words(site.published, context.subject.latest, context.chosen, lang)
        found.append((f"{word(lang, 'provisional')} · {share}", "provisional"))
    found.append((AGE_CHIPS[main.age].within(lang), ""))
    found.append((_PER[context.subject.kind].within(lang), ""))
    if context.subject.definition.polarity:
        found.append((word(lang, "direction_up" if context.subject.definition.polarity > 0 else "direction_down"), ""))
    return found


def choices(site: Site, to: Addresses, indicator: str, chosen: Area | None) -> list[tuple[str, str, bool]]:
    """Links to the same figure for the region and for every municipality."""
    region = word(to.lang, "whole_region", region=site.published.region.name)
    areas = [(area.name, to.indicator(indicator, area.name), area == chosen) for area in site.published.municipalities]
    return [(region, to.indicator(indicator), chosen is None), *areas]
