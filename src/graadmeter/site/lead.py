"""The sentence a page opens with: the answer with its figures set apart, by the definition's template and by rule."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from graadmeter.charts.datum import Datum
from graadmeter.charts.dots_words import judged
from graadmeter.charts.trend_words import moved
from graadmeter.domain.areas import Area
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_phrase

_TAIL = re.compile(r"\s*[:,;(][^:,;(]*\{one_in\}[^.]*")
_COMMON = 0.5
"""Above this share '1 in 2' or '1 in 1' would mislead and is left out."""
_ONE_IN = Text("1 op de ", "1 in ")
_SHARE = Text(" Dat is ", " That is ")
_SAME = Text(
    " Vergeleken met {before} is dat ongeveer gelijk ({value}).", " That is about the same as in {before} ({value})."
)
_MORE = Text(" In {before} was het lager: {value}.", " It was lower in {before}: {value}.")
_LESS = Text(" In {before} was het hoger: {value}.", " It was higher in {before}: {value}.")
_HIDDEN = Text(
    "Het cijfer van {area} over {period} wordt niet getoond: {status}.",
    "The figure of {area} for {period} is not shown: {status}.",
)
_WIDER = Text(" Voor {region} als geheel: ", " For {region} as a whole: ")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a sentence; `strong` pieces are figures."""

    text: str
    strong: bool = False


def lead(context: Context) -> list[Segment]:
    """The answer in one or two sentences; for a hidden figure the reason, and the region's answer instead."""
    subject = context.subject
    if not subject.latest:
        return []
    value = subject.datum(subject.lead, context.area, subject.latest)
    if value.shown:
        return [*answer(context, context.area, value), *_more(context)]
    why = context.say(_HIDDEN).format(
        area=context.area.name, period=period_phrase(subject.latest, context.lang), status=value.text(context.lang)
    )
    region = context.published.region
    wider = subject.datum(subject.lead, region, subject.latest)
    if context.chosen is None or not wider.shown:
        return [Segment(why)]
    between = context.say(_WIDER).format(region=region.name)
    return [Segment(why), Segment(between), *answer(context, region, wider)]


def answer(context: Context, area: Area, value: Datum) -> Iterator[Segment]:
    """The definition's own sentence, filled in."""
    subject = context.subject
    template = context.say(subject.definition.sentence)
    rarity = one_in(subject.datum(subject.main, area, subject.latest)) if subject.main.unit.is_share else ""
    if not rarity:
        template = _TAIL.sub("", template)
    fields = {
        "value": value.short(context.lang),
        "area": area.name,
        "period": period_phrase(subject.latest, context.lang),
        "one_in": rarity,
    }
    before = context.say(_ONE_IN)
    for literal, name, _, _ in Formatter().parse(template):
        joined = name == "one_in" and literal.endswith(before)
        yield Segment(literal.removesuffix(before) if joined else literal)
        if name:
            yield Segment((before if joined else "") + fields[name], strong=name in {"value", "one_in"})


def one_in(share: Datum) -> str:
    """The N of '1 in N' that a share means; '' when it is hidden, nought or more than a half."""
    if not share.shown or share.figure <= 0 or share.figure / share.unit.multiplier > _COMMON:
        return ""
    return str(int(share.unit.multiplier / share.figure + 0.5))


def _more(context: Context) -> Iterator[Segment]:
    """The share, the place against the region, and the change since the year before."""
    subject = context.subject
    main = subject.datum(subject.main, context.area, subject.latest)
    if subject.main.unit.is_share and main.shown:
        against = _against(context, main)
        if subject.lead != subject.main:
            stands_for = context.fixed_words(subject.main)
            yield Segment(f" {stands_for[0].upper()}{stands_for[1:]}: " if stands_for else context.say(_SHARE))
            yield Segment(main.text(context.lang), strong=True)
            yield Segment(f"{_whole(context)}{', ' if against else ''}{against}.")
        elif against:
            yield Segment(f"{context.say(_SHARE)}{against}.")
    yield Segment(_change(context, main))


def _whole(context: Context) -> str:
    """What a percentage is of; a number per 1,000 says so itself."""
    main = context.subject.main
    return context.unit_words(main).removeprefix("%") if main.unit is Unit.PERCENT else ""


def _against(context: Context, main: Datum) -> str:
    region = context.published.region
    own = context.subject.datum(context.subject.main, region, context.subject.latest)
    if context.chosen is None or not context.subject.comparable or main.against(own) is None:
        return ""
    return f"{judged(main, own, region.name, context.lang)} ({own.text(context.lang)})"


def _change(context: Context, main: Datum) -> str:
    earlier = context.subject.before
    if not earlier or not main.shown:
        return ""
    before = context.subject.datum(context.subject.main, context.area, earlier)
    if not before.shown:
        return ""
    template = {0: _SAME, 1: _MORE, -1: _LESS}[moved(main, before)]
    return context.say(template).format(before=period_phrase(earlier, context.lang), value=before.text(context.lang))


def plain(segments: list[Segment]) -> str:
    """The sentence as one text."""
    return "".join(segment.text for segment in segments).strip()
