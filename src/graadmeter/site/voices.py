"""What municipalities themselves say of their figures, beside these figures."""

from collections.abc import Iterable
from dataclasses import dataclass

from graadmeter.domain.areas import Area
from graadmeter.domain.explanations import Explanation
from graadmeter.site.addresses import Addresses
from graadmeter.site.day_words import day_label
from graadmeter.site.page import Site


@dataclass(frozen=True, slots=True)
class Voice:
    """An explanation of a municipality: its words, who says so when, and what it is about, if one thing."""

    text: str
    by: str
    title: str
    target: str


def of_area(site: Site, area: Area, to: Addresses) -> list[Voice]:
    """What a municipality says of its figures, the newest first; of a figure that is not shown here in general."""
    titles = {
        subject.definition.id: subject.definition.title.within(to.lang)
        for subject in site.every_subject
        if subject.by_municipality
    }
    return [
        _voice(
            one,
            to,
            titles.get(one.indicator, ""),
            to.indicator(one.indicator, area.name) if one.indicator in titles else "",
        )
        for one in _newest(site, {area.code})
    ]


def of_indicator(site: Site, indicator: str, chosen: Area | None, to: Addresses) -> list[Voice]:
    """What is said of one figure: by the chosen municipality, or by each that says anything, under its name."""
    areas = {area.code: area for area in ((chosen,) if chosen else site.published.municipalities)}
    return [
        _voice(one, to, "", "")
        if chosen
        else _voice(one, to, areas[one.area].name, to.indicator(indicator, areas[one.area].name))
        for one in _newest(site, areas)
        if one.indicator == indicator
    ]


def _newest(site: Site, codes: Iterable[str]) -> list[Explanation]:
    found = [one for one in site.published.explanations if one.area in codes]
    return sorted(found, key=lambda one: one.day, reverse=True)


def _voice(one: Explanation, to: Addresses, title: str, target: str) -> Voice:
    return Voice(one.text.within(to.lang), f"{one.signed}, {day_label(one.day, to.lang)}", title, target)
