"""The counting rules of an indicator in words, from its definition: what counts, of whom, when and where."""

import json
from collections.abc import Iterator
from typing import Any

from graadmeter.domain.indicators import Moment, Unit
from graadmeter.domain.text import Lang, Text
from graadmeter.site.age_words import age_chip
from graadmeter.site.figures.context import Context
from graadmeter.site.published import Definition, Series

Rule = tuple[str, str]
"""What it is about, and the rule."""

_OWN = Text("Eigen definitie.", "Own definition.")
_COUNTED = Text("Wat geteld wordt", "What is counted")
_AGE = Text("Leeftijd", "Age")
_WHEN = Text("Wanneer", "When")
_WHERE = Text("Waar", "Where")
_WHOLE = Text("Aandeel van", "Share of")
_PERIODS = Text("Perioden", "Periods")
_BY = Text("Uitgesplitst naar", "Broken down by")
_LEVELS = Text("Beschikbaar voor", "Available for")

_ONCE = {
    Unit.PERSONS: Text(
        "Personen; ieder telt één keer per gebied en periode.", "Persons; each counts once per area and period."
    ),
    Unit.HOUSEHOLDS: Text(
        "Huishoudens; elk telt één keer per gebied en periode.", "Households; each counts once per area and period."
    ),
    Unit.TRAJECTORIES: Text(
        "Trajecten: wat bij dezelfde aanbieder en dezelfde vorm aansluit of overlapt, is samen één traject.",
        "Trajectories: what adjoins or overlaps with one provider and one form is one trajectory.",
    ),
    Unit.PROVIDERS: Text("Aanbieders, naar AGB-code.", "Providers, by AGB code."),
    Unit.EURO: Text("Gedeclareerde bedragen in euro's.", "Claimed amounts in euros."),
}
_THINGS = Text("{words}; de dingen zelf, niet de mensen.", "{words}; the things themselves, not the people.")
_COMPUTED = Text(
    "Berekend uit de regels zelf; zie de precieze definitie.", "Computed from the rows themselves; see the definition."
)
_MOMENTS = {
    Moment.ACTIVE: Text("Ten minste één dag in de periode.", "At least one day in the period."),
    Moment.BEGUN: Text("Begonnen in de periode.", "Begun in the period."),
    Moment.ENDED: Text("Geëindigd in de periode.", "Ended in the period."),
    Moment.PAID: Text("Zorg die in de periode is geleverd.", "Care delivered in the period."),
    Moment.AT_START: Text("Lopend op de eerste dag van de periode.", "Running on the first day of the period."),
    Moment.AT_END: Text("Lopend op de laatste dag van de periode.", "Running on the last day of the period."),
    Moment.BESIDE: Text(
        "Een dag in de periode waarop ook een traject van dezelfde persoon onder een andere wet liep.",
        "A day in the period on which a trajectory of the same person under another act ran as well.",
    ),
    Moment.BESIDE_RESIDENCE: Text(
        "Een dag in de periode waarop ook een traject met verblijf van dezelfde persoon liep.",
        "A day in the period on which a trajectory with residence of the same person ran as well.",
    ),
    Moment.ON: Text("De datum valt in de periode.", "The date lies in the period."),
    Moment.DELIVERED: Text("Aangeleverd voor een kwartaal van de periode.", "Delivered for a quarter of the period."),
    Moment.BETWEEN: Text("Een deel ervan valt in de periode.", "Some part of it lies in the period."),
    Moment.OPEN: Text("Nog open op de laatste dag van de periode.", "Still open on the last day of the period."),
}
_MUNICIPALITY = Text(
    "De gemeente die verantwoordelijk is en levert. Wie in twee gemeenten meetelt, telt in de regio één keer.",
    "The municipality that is responsible and delivers. Who counts in two municipalities counts once in the region.",
)
_DELIVERER = Text("De gemeente die levert.", "The municipality that delivers.")
_YEAR = Text("op 1 januari van het jaar", "on 1 January of the year")


def source_words(definition: Definition, lang: Lang) -> str:
    """Where a definition comes from; our own are said to be so, once."""
    told = definition.source.startswith(_OWN.nl.rstrip("."))
    return f"{_OWN.within(lang)} {definition.source}" if definition.own and not told else definition.source


def rules(context: Context) -> list[Rule]:
    """The rules of the leading series, and of the whole that its share is of."""
    lead, main = context.subject.lead, context.subject.main
    told = json.loads(lead.counted) if lead.counted.startswith("{") else {}
    return [(context.say(term), words) for term, words in _rules(context, lead, main, told) if words]


def _rules(context: Context, lead: Series, main: Series, told: dict[str, Any]) -> Iterator[tuple[Text, str]]:
    definition, published = context.subject.definition, context.published
    yield _COUNTED, _counted(context, lead)
    yield _AGE, context.say(age_chip(lead.age)) if lead.age else ""
    yield _WHEN, context.say(_MOMENTS[Moment(told["moment"])]) if "moment" in told else ""
    yield _WHERE, context.say(_MUNICIPALITY if lead.of is Unit.PERSONS else _DELIVERER)
    if main.unit.is_share:
        whole = context.whole_words(main)
        yield _WHOLE, f"{whole}, {context.say(_YEAR)}" if main.base == "inwoners" else whole
    yield _LEVELS, ", ".join(context.say(level.label) for level in definition.levels)
    yield _PERIODS, ", ".join(context.say(text) for text in definition.periods)
    dimensions = dict.fromkeys(name for series in definition.series for name in series.breakdowns)
    yield _BY, ", ".join(context.say(published.dimensions[name]) for name in dimensions if name in published.dimensions)


def _counted(context: Context, series: Series) -> str:
    if series.method:
        return context.say(_COMPUTED)
    if series.of in _ONCE:
        return context.say(_ONCE[series.of])
    words = context.unit_words(series)
    return (
        context.say(_THINGS).format(words=words[0].upper() + words[1:])
        if series.words and not series.unit.is_share
        else ""
    )
