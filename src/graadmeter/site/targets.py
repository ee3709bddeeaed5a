"""What a region and its municipalities want figures to become, beside what these are: in sentences and as a file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from graadmeter.charts.numbers import written
from graadmeter.domain.areas import Area
from graadmeter.domain.formulas import guarded
from graadmeter.domain.targets import Bound, Target, targets_of
from graadmeter.domain.text import Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.downloads import plain
from graadmeter.site.figures.context import Context
from graadmeter.site.figures.held_against import Beside, beside
from graadmeter.site.page import Site
from graadmeter.site.period_words import period_phrase
from graadmeter.site.published import Published, Series
from graadmeter.site.subject import Subject

TARGETS_FILE = "data/streefwaarden.csv"
"""On the site: every target with the figure beside it; not there when nobody decided on any."""

_COLUMNS = (
    *(
        "indicator",
        "unit",
        "area",
        "area_name",
        "bound",
        "target",
        "target_period",
        "decided_by",
        "source",
        "source_en",
    ),
    *("figure_period", "figure", "figure_status", "figure_lies", "edition"),
)
_AIMS = {
    (Bound.AT_MOST, False): Text(
        "{area} wil in {period} op ten hoogste {value} uitkomen.", "{area} wants to be at {value} or less in {period}."
    ),
    (Bound.AT_MOST, True): Text(
        "{area} wilde in {period} op ten hoogste {value} uitkomen.",
        "{area} wanted to be at {value} or less in {period}.",
    ),
    (Bound.AT_LEAST, False): Text(
        "{area} wil in {period} op ten minste {value} uitkomen.", "{area} wants to be at {value} or more in {period}."
    ),
    (Bound.AT_LEAST, True): Text(
        "{area} wilde in {period} op ten minste {value} uitkomen.",
        "{area} wanted to be at {value} or more in {period}.",
    ),
}
"""By bound, and whether that period has passed."""
_WAS = Text(" In {last} was het {now}{mark}", " In {last} it was {now}{mark}")
_PROVISIONAL = Text(" (voorlopig)", " (provisional)")
_LIES = {
    "above": Text(": aantoonbaar boven de streefwaarde.", ": demonstrably above the target."),
    "chance": Text(
        ": het verschil met de streefwaarde past binnen het toeval.",
        ": the difference from the target is within chance.",
    ),
    "below": Text(": aantoonbaar onder de streefwaarde.", ": demonstrably below the target."),
    "below_so_far": Text(
        ": tot nu toe onder de streefwaarde; late aanleveringen kunnen het cijfer nog veranderen.",
        ": so far below the target; late deliveries may still change the figure.",
    ),
    "untested": Text(
        "; of het verschil met de streefwaarde toeval is, is niet te zeggen.",
        "; whether the difference from the target is chance cannot be told.",
    ),
}
_UNSEEN = Text(
    " Het cijfer over {last} wordt niet getoond ({status}). Hoe het bij de streefwaarde ligt, is dus niet te zeggen.",
    " The figure for {last} is not shown ({status}). So how it lies beside the target cannot be told.",
)
_NOTHING = Text(" Er is nog geen cijfer om ernaast te zetten.", " There is no figure to set beside it yet.")
_BY = Text("Besloten door {by}. Bron: {source}", "Decided by {by}. Source: {source}")


@dataclass(frozen=True, slots=True)
class Aim:
    """A target on a page: what it is about and where that leads ('' for nothing), the sentence, and who decided."""

    title: str
    target: str
    sentence: str
    by: str


def of_area(site: Site, area: Area, to: Addresses) -> list[Aim]:
    """The targets of a municipality, each under the name of its indicator."""
    subjects = {subject.definition.id: subject for subject in site.every_subject if subject.by_municipality}
    return [
        _aim(
            site.context(subjects[one.indicator], to.lang, area), one, area, "", to.indicator(one.indicator, area.name)
        )
        for one in targets_of(site.published.targets, area)
        if one.indicator in subjects
    ]


def of_indicator(site: Site, context: Context, to: Addresses) -> list[Aim]:
    """The targets of the page's area; on that of the region also those of municipalities."""
    told, name = site.published.targets, context.subject.definition.id
    found = [
        _aim(context, one, context.area, "", "") for one in targets_of(told, context.area) if one.indicator == name
    ]
    if context.chosen or not context.subject.by_municipality:
        return found
    return found + [
        _aim(site.context(context.subject, to.lang, area), one, area, area.name, to.indicator(name, area.name))
        for area in site.published.municipalities
        for one in targets_of(told, area)
        if one.indicator == name and one.area == area.code
    ]


def targets_file(published: Published) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of all targets with the figures beside them; nothing when nobody decided on any."""
    rows = [
        _row(published, beside(Subject(published, published.definitions[one.indicator]), one, area))
        for area in (published.region, *published.municipalities)
        for one in targets_of(published.targets, area)
        if one.indicator in published.definitions
    ]
    if rows:
        text = StringIO()
        csv.writer(text, lineterminator="\n").writerows((_COLUMNS, *rows))
        yield TARGETS_FILE, text.getvalue().encode()


def _row(published: Published, found: Beside) -> tuple[str, ...]:
    target, datum = found.target, found.datum
    return (
        *(target.indicator, target.unit.value, found.area.code, found.area.name, target.bound.value),
        *(
            plain(target.value),
            target.period.code,
            *map(guarded, (target.decided_by, target.source.nl, target.source.en)),
        ),
        *(found.period, plain(datum.figure) if datum.shown else "", datum.status.value, found.lies, published.edition),
    )


def _aim(context: Context, target: Target, area: Area, title: str, link: str) -> Aim:
    found = beside(context.subject, target, area)
    words = {"area": area.name, "period": period_phrase(target.period.code, context.lang)}
    value = written(target.value, target.unit, context.lang)
    said = context.say(_AIMS[target.bound, found.over]).format(**words, value=value) + _now(context, found)
    named = title or (_named(context, found.series) if link else "")
    by = context.say(_BY).format(by=target.decided_by, source=target.source.within(context.lang))
    return Aim(named, link, said, by)


def _named(context: Context, series: Series | None) -> str:
    """The name of the indicator, and of which member the series is, if any."""
    fixed = context.fixed_words(series) if series else ""
    return f"{context.title}: {fixed}" if fixed else context.title


def _now(context: Context, found: Beside) -> str:
    if not found.period:
        return context.say(_NOTHING)
    last = period_phrase(found.period, context.lang)
    now = found.datum.text(context.lang)
    if not found.datum.shown:
        return context.say(_UNSEEN).format(last=last, status=now)
    mark = context.say(_PROVISIONAL) if found.datum.provisional else ""
    return context.say(_WAS).format(last=last, now=now, mark=mark) + context.say(_LIES[found.lies])
