"""What an area was before, as the release tells, in a sentence on its page."""

from itertools import groupby

from graadmeter.charts.numbers import listing
from graadmeter.domain.areas import Area
from graadmeter.domain.text import Lang, Text
from graadmeter.site.published import Published

_FORMED = Text(
    "{area} bestaat in deze vorm sinds 1 januari {year}; daarvoor: {names}.",
    "{area} has existed in this form since 1 January {year}; before that: {names}.",
)
_AFTER = Text(
    "De cijfers beginnen in {first}, dus zij gaan allemaal over het gebied van nu.",
    "The figures begin in {first}, so all of them are about the area as it is now.",
)
_WITHIN = Text(
    "Vergelijk cijfers van vóór {year} niet zomaar met die van daarna: het gebied was toen anders.",
    "Do not simply compare figures of before {year} with later ones: the area was another one then.",
)


def former(published: Published, area: Area, lang: Lang) -> str:
    """From which areas this one was formed and what that means for its figures; '' when the release tells of none."""
    told = [one for one in published.predecessors if one.area == area.code]
    if not told:
        return ""
    first = int(published.first_quarter[:4])
    years = [(year, [one.name for one in ones]) for year, ones in groupby(told, key=lambda one: one.since)]
    formed = [_FORMED.fill(area=area.name, year=year, names=listing(names, lang)) for year, names in years]
    last = years[-1][0]
    meaning = _WITHIN.fill(year=last) if last > first else _AFTER.fill(first=first)
    return " ".join(text.within(lang) for text in (*formed, meaning))
