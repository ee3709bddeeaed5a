"""A page per indicator for the region, and one per indicator and municipality."""

from collections.abc import Iterator
from dataclasses import dataclass

from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import written
from graadmeter.domain.areas import Area
from graadmeter.domain.finality import Stage
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.site.addresses import Addresses, download
from graadmeter.site.age_words import age_chip
from graadmeter.site.by_rule import BESIDE_FILE, STEPS_FILE
from graadmeter.site.completeness import completeness_words
from graadmeter.site.contents import of_indicator_page
from graadmeter.site.counting import rules, source_words
from graadmeter.site.differences import differences
from graadmeter.site.figures.breakdowns import breakdowns
from graadmeter.site.figures.comparisons import area_map, municipalities, wijk_map, wijken, without_figure
from graadmeter.site.figures.context import Context
from graadmeter.site.figures.developments import flow, over_time, per_quarter
from graadmeter.site.figures.funnel import funnel
from graadmeter.site.figures.interventions import evaluated
from graadmeter.site.figures.measures import measures
from graadmeter.site.figures.multiples import by_municipality, by_part
from graadmeter.site.figures.others_beside import alike_elsewhere
from graadmeter.site.figures.rule_beside import beside_others
from graadmeter.site.figures.rules import rule_figures
from graadmeter.site.formats.offered import offered
from graadmeter.site.governance import governance
from graadmeter.site.interventions import RESULTS_FILE
from graadmeter.site.lead import lead, pictured, plain
from graadmeter.site.many import linked
from graadmeter.site.page import Page, Site
from graadmeter.site.render import word
from graadmeter.site.soft_hyphens import softened
from graadmeter.site.status_words import caveats
from graadmeter.site.targets import TARGETS_FILE
from graadmeter.site.targets import of_indicator as aims_of
from graadmeter.site.ui_words import theme_title
from graadmeter.site.voices import of_indicator

_DIRECTIONS = {1: "direction_up", -1: "direction_down", 0: "direction_none"}
_RELATED = 6
_DRAWS = ("assets/picture.js",)
"""Draws a figure as PNG when a reader asks."""
_PROTECTED = (CellStatus.SUPPRESSED, CellStatus.UNRELIABLE)
_PER = {
    PeriodType.YEAR: Text("per jaar", "per year"),
    PeriodType.HALF_YEAR: Text("per halfjaar", "per half-year"),
    PeriodType.QUARTER: Text("per kwartaal", "per quarter"),
}


def parts(site: Site) -> tuple[str, ...]:
    """The indicators that have pages."""
    return tuple(subject.definition.id for subject in site.every_subject)


def part(site: Site, indicator: str, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The pages of one indicator in one language; what is counted for the region only has one."""
    subject = next(subject for subject in site.every_subject if subject.definition.id == indicator)
    for chosen in (None, *(site.published.municipalities if subject.by_municipality else ())):
        yield _page(site, site.context(subject, to.lang, chosen), to, other)


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The pages of every indicator in one language."""
    for indicator in parts(site):
        yield from part(site, indicator, to, other)


def _page(site: Site, context: Context, to: Addresses, other: Addresses) -> Page:
    definition = context.subject.definition
    name = context.chosen.name if context.chosen else ""
    opening = lead(context)
    drawn = figures(context)
    some = {
        "aims": aims_of(site, context, to),
        "voices": of_indicator(site, definition.id, context.chosen, to),
        "measures": measures(context),
        "evaluation": [(one, RESULTS_FILE) for one in evaluated(context)],
        "caveats": [caveat.within(to.lang) for caveat in caveats(definition)],
    }
    theme = theme_title(definition.theme).within(context.lang)
    trail = [(word(to.lang, "nav_themes"), to.listing("themes")), (theme, to.theme(definition.theme))]
    trail += [(context.title, to.indicator(definition.id)), (name, "")] if name else [(context.title, "")]
    latest = context.subject.datum(context.subject.lead, context.area, context.subject.latest)
    return Page(
        path=to.indicator(definition.id, name),
        twin=other.indicator(definition.id, name),
        template="indicator.html",
        lang=to.lang,
        title=f"{context.title} · {name}" if name else context.title,
        description=plain(opening),
        section="themes",
        scripts=_DRAWS if any(figure.wide for figure in drawn) else (),
        values={
            "trail": trail,
            "heading": softened(context.title),
            "chosen": context.chosen,
            "area": context.area,
            "lead": opening,
            "people": pictured(context),
            "hidden": latest.status in _PROTECTED,
            "elsewhere": elsewhere(site, context, to),
            "chips": chips(site, context),
            "definition": definition,
            "figures": drawn,
            "contents": of_indicator_page(context, drawn, [part for part, there in some.items() if not there]),
            "without": without_figure(context),
            "rules": rules(context),
            "differences": differences(context),
            "by_rule": [(one, STEPS_FILE) for one in rule_figures(context)],
            "by_rule_beside": [(one, BESIDE_FILE) for one in beside_others(context)],
            "beside": [(one, download(definition.id, name)) for one in alike_elsewhere(context)],
            "exact": Exact(context),
            "governance": governance(context),
            **some,
            "related": related(site, context, to),
            "aims_file": TARGETS_FILE,
            "csv": download(definition.id, name),
            "offered": offered(context.subject, context.lang),
            "choices": choices(site, to, definition.id, context.chosen) if context.subject.by_municipality else [],
        },
    )


@dataclass(frozen=True, slots=True)
class Exact:
    """What the exact definition says beside its text."""

    context: Context

    @property
    def direction(self) -> str:
        """Which direction is good."""
        return word(self.context.lang, _DIRECTIONS[self.context.subject.definition.polarity])

    @property
    def source(self) -> str:
        """Where the definition comes from; our own are said to be so."""
        return source_words(self.context.subject.definition, self.context.lang)


def related(site: Site, context: Context, to: Addresses) -> list[tuple[str, str]]:
    """Names and pages of the indicators that the definition names, and the others of the theme; a few."""
    own = context.subject.definition
    known = {subject.definition.id: subject.definition for subject in site.every_subject}
    named = [name for name in own.related if name in known]
    theme = [name for name, other in known.items() if other.theme == own.theme and name != own.id]
    wanted = list(dict.fromkeys([*named, *theme]))[:_RELATED]
    return [(known[name].title.within(to.lang), to.indicator(name)) for name in wanted]


def figures(context: Context) -> list[Figure]:
    """The figures of an indicator in their order on the page; those that the release does not allow are left out.

    What compares goes first; where only numbers can be given, what they consist of says more than who has most.
    """
    if not context.subject.delivered:
        return []
    parts = [] if _own_units(context) or _no_part_shown(context, context.area) else breakdowns(context)
    courses = by_municipality(context) if context.chosen is None else None
    sizes = funnel(context) if context.chosen is None else None
    compared = [municipalities(context), wijken(context), wijk_map(context), sizes, area_map(context), courses]
    middle = [*compared, *parts] if context.subject.comparable else [*parts, *compared]
    drawn = [*_courses(context), *middle, flow(context)]
    return [figure for figure in drawn if figure is not None]


def elsewhere(site: Site, context: Context, to: Addresses) -> list[tuple[str, str]]:
    """Where a figure that is given in parts can be seen, when of the area of the page no part is shown."""
    if not _no_part_shown(context, context.area):
        return []
    name, published = context.subject.definition.id, site.published
    region = [] if _no_part_shown(context, published.region) else [(published.region.name, to.indicator(name))]
    towns = published.municipalities if context.subject.by_municipality else ()
    return region + [(area.name, to.indicator(name, area.name)) for area in towns if not _no_part_shown(context, area)]


def _no_part_shown(context: Context, area: Area) -> bool:
    """Whether a figure is given in parts only, and none of them can be seen: pictures would be of nothing."""
    return context.subject.in_parts and not any(datum.shown for datum in context.subject.parts_now(area))


def _own_units(context: Context) -> bool:
    """Whether the parts each have a unit of their own (a day, a minute), so that bars side by side would mislead."""
    subject = context.subject
    return subject.in_parts and subject.main.unit is Unit.EURO_PER and by_part(context) is not None


def _courses(context: Context) -> list[Figure | None]:
    """Years, then quarters; where there are too few years for a line and enough quarters, the quarters only.

    What is given in parts only has a line for each of them.
    """
    if context.subject.in_parts:
        return [by_part(context)]
    years, quarters = over_time(context), per_quarter(context)
    enough = quarters is not None and bool(quarters.wide)
    if enough and years is not None and not years.wide:
        return [quarters]
    return [years, *([quarters] if enough else [])]


def chips(site: Site, context: Context) -> list[tuple[str, str]]:
    """Short remarks under the lead sentence: provisional, age, period, which direction is good."""
    lang, main = context.lang, context.subject.main
    found = []
    latest = context.subject.datum(main, context.area, context.subject.latest)
    if latest.provisional:
        share = completeness_words(site.published, context.subject.latest, context.chosen, lang)
        found.append((f"{word(lang, 'provisional')} · {share}", "provisional"))
    elif latest.shown and site.published.stages.get(context.subject.latest) == Stage.FURTHER:
        found.append((Stage.FURTHER.label.within(lang), "provisional"))
    if latest.status is CellStatus.CARRIED:
        found.append((latest.status.label.within(lang), "provisional"))
    found.append((age_chip(main.age).within(lang), ""))
    found.append((_PER[context.subject.kind].within(lang), ""))
    target = context.subject.definition.target
    if target is not None:
        found.append((word(lang, "target", value=written(target, Unit.PERCENT, lang)), ""))
    if context.subject.definition.polarity:
        found.append((word(lang, "direction_up" if context.subject.definition.polarity > 0 else "direction_down"), ""))
    return found


def choices(site: Site, to: Addresses, indicator: str, chosen: Area | None) -> list[tuple[str, str, bool]]:
    """Links to the same figure for the region and for municipalities; of very many to those alike."""
    region = word(to.lang, "whole_region", region=site.published.region.name)
    areas = [(area.name, to.indicator(indicator, area.name), area == chosen) for area in linked(site.published, chosen)]
    every = [(word(to.lang, "every_municipality"), to.indicator(indicator), False)]
    left_out = len(areas) < len(site.published.municipalities)
    return [(region, to.indicator(indicator), chosen is None), *areas, *(every if left_out else [])]
