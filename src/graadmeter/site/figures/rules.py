"""The same data under the rules of others: from the figure of this monitor to that of each, a cause at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from graadmeter.charts.datum import Datum
from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import bare
from graadmeter.charts.steps import Place, Steps, steps_figure
from graadmeter.domain.indicators import Unit
from graadmeter.domain.rule_figures import Part
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.site.by_rule import Row
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_label

_NAME = Text("{rule}, {period}", "{rule}, {period}")
_SUBTITLE = Text(
    "Dezelfde jeugdigen, anders geteld: van {start} naar {end}, {area}, {year}",
    "The same young people, counted otherwise: from {start} to {end}, {area}, {year}",
)
_PEOPLE = Text("jongeren", "young people")
_CARRIED = Text(
    "Deze telling is van uitgave {edition}; latere correcties staan er niet in.",
    "This count is of release {edition}; later corrections are not in it.",
)
_OTHERS = Text(
    "{one} en {other} verschillen {value}: dat zijn de stappen van {one} terug naar {start} en die van daar naar "
    "{other} samen.",
    "{one} and {other} differ by {value}: the steps from {one} back to {start}, and those from there to {other}.",
)
_DEFAULT = 10


def rule_figures(context: Context) -> list[Figure]:
    """A figure per other rule whose count is shown for the area of the page; none on other subjects."""
    told = context.published.by_rule
    if context.subject.definition.id != told.indicator:
        return []
    found = [_steps(context, end, told.places(context.area.code, end)) for end in told.ends]
    shown = [steps for steps in found if steps is not None]
    if len(shown) > 1:
        shown[-1] = replace(shown[-1], remarks=(*shown[-1].remarks, *_between(shown, context)))
    return [steps_figure(steps) for steps in shown]


def _between(shown: list[Steps], context: Context) -> Iterator[str]:
    """How the figures of two other rules differ: by both ways together."""
    for one, other in combinations(shown, 2):
        apart = abs(round(one.last.figure - other.last.figure))
        if apart >= one.small:
            value = bare(apart, Unit.PERSONS, context.lang)
            names = {"one": one.rules[0], "other": other.rules[0], "start": one.rules[1]}
            yield _OTHERS.fill(**names, value=value).within(context.lang)


def _steps(context: Context, end: str, places: list[Mapping[str, Row]]) -> Steps | None:
    figures = [_datum(place, Part.FIGURE) for place in places]
    shown = [one for one in figures if one is not None]
    if len(shown) < len(figures) or len(shown) < 2 or not (shown[0].shown and shown[-1].shown):  # noqa: PLR2004 - ends
        return None
    first, last = places[0][Part.FIGURE], places[-1][Part.FIGURE]
    names = context.published.rule_names
    if not {first["start"], end, *(place[Part.FIGURE]["cause"] for place in places[1:])} <= set(names):
        return None
    titles = [names[one].within(context.lang) for one in (first["start"], end)]
    told = [
        _NAME.fill(rule=title, period=period_label(row["period"], context.lang)).within(context.lang)
        for title, row in zip(titles, (first, last), strict=True)
    ]
    subtitle = _SUBTITLE.fill(start=titles[0], end=titles[1], area=context.area.name, year=first["year"])
    return Steps(
        id=f"telregel-{end}",
        subtitle=subtitle.within(context.lang),
        start=told[0],
        first=shown[0],
        end=told[1],
        rules=(titles[1], titles[0]),
        places=tuple(_places(context, places[1:])),
        counted=context.say(_PEOPLE),
        about=context.area.name,
        small=context.published.threshold or _DEFAULT,
        lang=context.lang,
        remarks=tuple(_remarks(context, places)),
    )


def _places(context: Context, places: list[Mapping[str, Row]]) -> Iterator[Place]:
    for place in places:
        row = place[Part.FIGURE]
        title = context.published.rule_names[row["cause"]].within(context.lang)
        figure = _datum(place, Part.FIGURE)
        if figure is not None:
            yield Place(title[0].lower() + title[1:], _datum(place, Part.ENTERED), _datum(place, Part.LEFT), figure)


def _datum(place: Mapping[str, Row], part: Part) -> Datum | None:
    row = place.get(part)
    return None if row is None else Datum(Unit.PERSONS, row["value"], CellStatus(row["status"]))


def _remarks(context: Context, places: list[Mapping[str, Row]]) -> Iterator[str]:
    if any(row["status"] == CellStatus.CARRIED for place in places for row in place.values()):
        yield _CARRIED.fill(edition=context.published.by_rule.since).within(context.lang)
