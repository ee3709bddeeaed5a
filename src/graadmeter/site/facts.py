"""The facts of the start page: about ten, one per indicator, chosen by rule so that they are true and not noise.

The rule stands in docs/site.md; what may be called a difference is decided in `certain`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graadmeter.charts.datum import Datum
from graadmeter.charts.numbers import DASH, bare
from graadmeter.charts.small import among, people
from graadmeter.domain.areas import Area
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.certain import clearly_apart, clearly_moved
from graadmeter.site.course import course
from graadmeter.site.figures.context import Context
from graadmeter.site.lead import answer, one_in, plain
from graadmeter.site.page import Site
from graadmeter.site.period_words import period_phrase
from graadmeter.site.status_words import remark
from graadmeter.site.subject import Subject

MOST = 10
_OF_A_KIND = 4
"""At most so many facts of one kind, so that the page does not say the same thing ten times."""
_OF_A_THEME = 2
"""At most so many changes and differences of one theme, and one level as long as other themes have something."""
_WIDE = 1.3
"""The highest municipality must be so many times the lowest to be called a difference."""

_ROSE = Text("In {before} was het lager: {value}.", "It was lower in {before}: {value}.")
_FELL = Text("In {before} was het hoger: {value}.", "It was higher in {before}: {value}.")
_SPREAD = Text(
    "Het hoogst in {top} ({high}), het laagst in {bottom} ({low}), in {period}. Beide verschillen duidelijk van "
    "{region}: {value}.",
    "Highest in {top} ({high}), lowest in {bottom} ({low}), in {period}. Both clearly differ from {region}: {value}.",
)
_TOP = Text(
    "Het hoogst in {top}: {high} in {period}. Dat is duidelijk hoger dan {region}: {value}.",
    "Highest in {top}: {high} in {period}. That is clearly higher than {region}: {value}.",
)
_BOTTOM = Text(
    "Het laagst in {bottom}: {low} in {period}. Dat is duidelijk lager dan {region}: {value}.",
    "Lowest in {bottom}: {low} in {period}. That is clearly lower than {region}: {value}.",
)
_OF_SHOWN = Text(
    " Niet elke gemeente heeft hier een cijfer dat getoond kan worden.", " Not every municipality is shown."
)
_ALSO = Text("Dat is {value}{of}.", "That is {value}{of}.")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its subject, figure set large, sentence and small picture. `weight` orders facts of one kind."""

    kind: str
    weight: float
    title: str
    theme: str
    target: str
    figure: str
    """Stands in `words` as well, to the digit."""
    words: str
    picture: str
    remark: str
    """The status of a figure that is not final, in words."""
    unit: str = ""
    """What stands small behind the figure, where it does not tell of what it is a number."""


def facts(site: Site, to: Addresses) -> list[Fact]:
    """About ten facts: what changed, where municipalities differ most, what is most common; in order of theme."""
    offers = [list(_offers(site, subject, to)) for subject in site.subjects]
    order = sorted(range(len(offers)), key=lambda index: _priority(offers[index]))
    kinds: Counter[str] = Counter()
    themes: Counter[str] = Counter()
    chosen: dict[int, Fact] = {}
    for place in order:
        fact = next((one for one in offers[place] if kinds[one.kind] < _OF_A_KIND), None)
        room = fact is not None and themes[fact.theme] < (1 if fact.kind == "level" else _OF_A_THEME)
        if fact is not None and room and len(chosen) < MOST:
            kinds[fact.kind] += 1
            themes[fact.theme] += 1
            chosen[place] = fact
    _fill(offers, chosen, themes)
    return [chosen[place] for place in sorted(chosen)]


def _fill(offers: list[list[Fact]], chosen: dict[int, Fact], themes: Counter[str]) -> None:
    """When little changed or differs, levels fill the page: the next indicator of the theme that says the least."""
    left = [place for place, facts_ in enumerate(offers) if facts_ and place not in chosen]
    while left and len(chosen) < MOST:
        place = min(left, key=lambda place: (themes[offers[place][-1].theme], place))
        left.remove(place)
        chosen[place] = offers[place][-1]
        themes[chosen[place].theme] += 1


_KINDS = ("change", "spread", "level")


def _priority(offers: list[Fact]) -> tuple[int, float]:
    """Clear change first, then wide differences, then levels; the strongest of a kind first."""
    first = offers[0] if offers else None
    return (_KINDS.index(first.kind), -first.weight) if first else (len(_KINDS), 0.0)


def _offers(site: Site, subject: Subject, to: Addresses) -> Iterator[Fact]:
    """What can be said of an indicator, the most telling first."""
    context = site.context(subject, to.lang)
    main = subject.datum(subject.main, context.area, subject.latest)
    value = subject.datum(subject.lead, context.area, subject.latest)
    if not main.shown or not value.shown:
        return
    yield from _change(context, main, to)
    if subject.comparable:
        yield from _spread(site, context, main, to)
    yield _level(context, main, value, to)


def _change(context: Context, main: Datum, to: Addresses) -> Iterator[Fact]:
    subject = context.subject
    if not subject.before:
        return
    before = subject.datum(subject.main, context.area, subject.before)
    way = clearly_moved(main, before)
    if way == 0:
        return
    told = (_ROSE if way > 0 else _FELL).fill(before=period_phrase(subject.before, to.lang), value=before.text(to.lang))
    size = abs(main.figure / before.figure - 1) if before.figure else 1.0
    figure = main.text(to.lang)
    words = f"{_with(context, figure, main)} {told.within(to.lang)}"
    yield _fact(context, to, ("change", size, figure, words, course(context)[0]), main)


def _spread(site: Site, context: Context, main: Datum, to: Addresses) -> Iterator[Fact]:
    subject = context.subject
    known: list[tuple[Datum, Area]] = [
        (datum, area)
        for area in site.published.municipalities
        if (datum := subject.datum(subject.main, area, subject.latest)).has_interval
    ]
    if len(known) < 2:  # noqa: PLR2004  a difference needs two
        return
    top = max(known, key=lambda pair: pair[0].figure)
    bottom = min(known, key=lambda pair: pair[0].figure)
    ratio = top[0].figure / bottom[0].figure if bottom[0].figure else 0.0
    apart = (clearly_apart(top[0], main) == 1, clearly_apart(bottom[0], main) == -1)
    if ratio < _WIDE or not any(apart):
        return
    template = _SPREAD if all(apart) else (_TOP if apart[0] else _BOTTOM)
    words = template.fill(
        period=period_phrase(subject.latest, to.lang),
        top=top[1].name,
        high=top[0].text(to.lang),
        bottom=bottom[1].name,
        low=bottom[0].text(to.lang),
        region=context.area.name,
        value=main.text(to.lang),
    )
    end = top[0] if apart[0] else bottom[0]
    told = words.within(to.lang)
    if len(known) < len(site.published.municipalities):
        told += _OF_SHOWN.within(to.lang)
    figure = _range(bottom[0], top[0], to) if all(apart) else end.text(to.lang)
    picture = among(context.title, main, [datum for datum, _ in known])
    fact = _fact(context, to, ("spread", ratio, figure, told, picture), main)
    yield replace(fact, unit=_RANGE_UNIT.within(to.lang)) if all(apart) and main.unit is Unit.PER_1000 else fact


_RANGE_UNIT = Text("per 1.000", "per 1,000")


def _range(low: Datum, high: Datum, to: Addresses) -> str:
    above = high.short(to.lang) if high.unit is Unit.PER_1000 else high.text(to.lang)
    return f"{bare(low.figure, low.unit, to.lang)} {DASH} {above}"


def _level(context: Context, main: Datum, value: Datum, to: Addresses) -> Fact:
    """What is. Shares of all inhabitants weigh by how common they are; anything else weighs nothing."""
    of_inhabitants = main.unit.is_share and context.subject.main.base == "inwoners"
    share = main.figure / main.unit.multiplier if of_inhabitants else 0.0
    picture = people(context.title, share) or course(context)[0]
    said = one_in(main) if of_inhabitants else ""
    figure = _ONE_IN.fill(n=said).within(to.lang) if said and len(said) <= 2 else main.text(to.lang)  # noqa: PLR2004
    return _fact(context, to, ("level", share, figure, _with(context, figure, main), picture), value)


_ONE_IN = Text("1 op de {n}", "1 in {n}")


def _with(context: Context, figure: str, main: Datum) -> str:
    """The sentence of the definition, and the figure set large in words where that sentence does not hold it."""
    lang, subject = context.lang, context.subject
    value = subject.datum(subject.lead, context.area, subject.latest)
    sentence = plain(list(answer(context, context.area, value)))
    if figure in sentence or main.short(lang) in sentence:
        return sentence
    of = context.unit_words(subject.main).removeprefix("%") if main.unit is Unit.PERCENT else ""
    stands_for = context.fixed_words(subject.main)
    if stands_for:
        return f"{sentence} {stands_for[0].upper()}{stands_for[1:]}: {main.text(lang)}{of}."
    return f"{sentence} {_ALSO.fill(value=main.text(lang), of=of).within(lang)}"


def _fact(context: Context, to: Addresses, content: tuple[str, float, str, str, str], datum: Datum) -> Fact:
    kind, weight, figure, words, picture = content
    definition = context.subject.definition
    target = to.indicator(definition.id)
    return Fact(
        kind,
        weight,
        context.title,
        definition.theme,
        target,
        figure,
        words,
        picture,
        remark(datum.status, to.lang),
    )
