"""The facts of the start page: about ten, one per indicator, chosen by rule so that they are true and not noise."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.charts.numbers import DASH, bare
from graadmeter.charts.small import among, people, sparkline
from graadmeter.charts.trend_words import moved
from graadmeter.domain.areas import Area
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.figures.context import Context
from graadmeter.site.lead import answer, one_in, plain
from graadmeter.site.page import Site
from graadmeter.site.period_words import period_label, period_phrase
from graadmeter.site.subject import Subject

MOST = 10
_OF_A_KIND = 4
"""At most so many facts of one kind, so that the page does not say the same thing ten times."""
_WIDE = 1.3
"""The highest municipality must be so many times the lowest to be called a difference."""

_ROSE = Text("{sentence} In {before} was het lager: {value}.", "{sentence} It was lower in {before}: {value}.")
_FELL = Text("{sentence} In {before} was het hoger: {value}.", "{sentence} It was higher in {before}: {value}.")
_SPREAD = Text(
    "Het hoogst in {top}, het laagst in {bottom} ({period}). Beide verschillen aantoonbaar van {region}: {value}.",
    "Highest in {top}, lowest in {bottom} ({period}). Both demonstrably differ from {region}: {value}.",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its subject, figure set large, sentence and small picture. `weight` orders facts of one kind."""

    kind: str
    weight: float
    title: str
    target: str
    figure: str
    words: str
    picture: str
    provisional: bool


def facts(site: Site, to: Addresses) -> list[Fact]:
    """About ten facts: what changed, where municipalities differ most, what is most common; in order of theme."""
    offers = [list(_offers(site, subject, to)) for subject in site.subjects]
    order = sorted(range(len(offers)), key=lambda index: _priority(offers[index]))
    taken: Counter[str] = Counter()
    chosen: dict[int, Fact] = {}
    for place in order:
        fact = next((one for one in offers[place] if taken[one.kind] < _OF_A_KIND), None)
        if fact is not None and len(chosen) < MOST:
            taken[fact.kind] += 1
            chosen[place] = fact
    for place in order:  # when little changed or differs, levels fill the page
        if offers[place] and place not in chosen and len(chosen) < MOST:
            chosen[place] = offers[place][-1]
    return [chosen[place] for place in sorted(chosen)]


_KINDS = ("change", "spread", "level")


def _priority(offers: list[Fact]) -> tuple[int, float]:
    """Demonstrable change first, then wide differences, then levels; the strongest of a kind first."""
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
    way = moved(main, before) if before.shown else 0
    if way == 0:
        return
    template = _ROSE if way > 0 else _FELL
    words = template.fill(
        sentence=_sentence(context), before=period_phrase(subject.before, to.lang), value=before.text(to.lang)
    )
    size = abs(main.figure / before.figure - 1) if before.figure else 1.0
    content = ("change", size, main.text(to.lang), words.within(to.lang), _course(context))
    yield _fact(context, to, content, main)


def _course(context: Context) -> str:
    subject = context.subject
    data = [subject.datum(subject.main, context.area, period) for period in subject.timeline]
    first, last = (period_label(subject.timeline[end], context.lang) for end in (0, -1))
    return sparkline(f"{context.title}, {first} {DASH} {last}", data)


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
    if ratio < _WIDE or top[0].against(main) != 1 or bottom[0].against(main) != -1:
        return
    words = _SPREAD.fill(
        period=period_phrase(subject.latest, to.lang),
        top=top[1].name,
        bottom=bottom[1].name,
        region=context.area.name,
        value=main.text(to.lang),
    )
    low = bare(bottom[0].figure, main.unit, to.lang)
    high = top[0].short(to.lang) if main.unit is Unit.PER_1000 else top[0].text(to.lang)
    picture = among(context.title, main, [datum for datum, _ in known])
    yield _fact(context, to, ("spread", ratio, f"{low} {DASH} {high}", words.within(to.lang), picture), main)


def _level(context: Context, main: Datum, value: Datum, to: Addresses) -> Fact:
    share = main.figure / main.unit.multiplier if main.unit.is_share else 0.0
    picture = people(context.title, share) or _course(context)
    said = one_in(main) if main.unit.is_share else ""
    figure = _ONE_IN.fill(n=said).within(to.lang) if said and len(said) <= 2 else main.text(to.lang)  # noqa: PLR2004
    return _fact(context, to, ("level", share, figure, _sentence(context), picture), value)


_ONE_IN = Text("1 op de {n}", "1 in {n}")


def _sentence(context: Context) -> str:
    value = context.subject.datum(context.subject.lead, context.area, context.subject.latest)
    return plain(list(answer(context, context.area, value)))


def _fact(context: Context, to: Addresses, content: tuple[str, float, str, str, str], datum: Datum) -> Fact:
    kind, weight, figure, words, picture = content
    target = to.indicator(context.subject.definition.id)
    return Fact(kind, weight, context.title, target, figure, words, picture, datum.provisional)
