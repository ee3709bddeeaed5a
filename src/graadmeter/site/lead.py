"""The sentence a page opens with: the answer with its figures set apart, by the definition's template and by rule."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import Formatter

from graadmeter.charts.datum import Datum
from graadmeter.charts.dots_shape import DotRow
from graadmeter.charts.dots_words import judged
from graadmeter.charts.numbers import bare, listing
from graadmeter.charts.small import FEW, people
from graadmeter.charts.trend_words import moved
from graadmeter.domain.areas import Area
from graadmeter.domain.comparison import Comparator, Direction, Standing
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.site.certain import fell_too_early
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_phrase
from graadmeter.site.standings import Said

_PER_CENT = ("procent", "per cent")
_TAIL = re.compile(r"\s*[:,;(][^:,;(]*\{one_in\}[^.]*")
_COMMON = 0.5
"""Above this share '1 in 2' or '1 in 1' would mislead and is left out."""
_ONE_IN = Text("1 op de ", "1 in ")
_AS_SHARE = Text(" Als percentage: {value}.", " As a percentage: {value}.")
_SHARE = Text(" Dat is ", " That is ")
_SAME = Text(
    " Vergeleken met {before} is dat ongeveer gelijk ({value}).", " That is about the same as in {before} ({value})."
)
_MORE = Text(" In {before} was het lager: {value}.", " It was lower in {before}: {value}.")
_LESS = Text(" In {before} was het hoger: {value}.", " It was higher in {before}: {value}.")
_WAS = Text(
    " In {before} was dat {value}; of het verschil toeval is, is niet te zeggen.",
    " In {before} that was {value}; whether the difference is chance cannot be told.",
)
_SO_FAR = Text(
    " In {before} was het {value}; het cijfer over {period} kan nog stijgen door late aanlevering.",
    " It was {value} in {before}; the figure for {period} may still rise through late deliveries.",
)
_NOT_ALL_IN = Text(
    " In {before} was het {value}; het cijfer over {period} kan nog veranderen door late aanlevering.",
    " It was {value} in {before}; the figure for {period} may still change through late deliveries.",
)
"""Of what is no number of people, things or euros: late deliveries may make it higher or lower."""
_WAS_SAME = Text(" In {before} was dat even veel.", " It was as much in {before}.")
_HIDDEN = Text(
    "Het cijfer van {area} over {period} wordt niet getoond: {status}.",
    "The figure of {area} for {period} is not shown: {status}.",
)
_WIDER = Text(" Voor {region} als geheel: ", " For {region} as a whole: ")
_NEVER = Text(
    "Voor dit cijfer is in {region} nog niets aangeleverd. Wat het telt, staat hieronder al wel.",
    "Nothing has been delivered for this figure in {region} yet. What it counts is told below.",
)
_SINCE_THEN = Text(" Over {periods} is niet aangeleverd.", " Nothing was delivered for {periods}.")
_PARTS = Text(
    "Dit cijfer heeft geen totaal: het staat per {dimension}. Van wat er staat was het in {period} in {area} het "
    "hoogst bij {top} ({high}) en het laagst bij {bottom} ({low}).",
    "This figure has no total: it is given by {dimension}. Of what is shown it was highest in {area} in {period} for "
    "{top} ({high}) and lowest for {bottom} ({low}).",
)
_PRICES = Text(
    "Dit cijfer heeft geen totaal: het staat per {dimension}, elk met een eigen eenheid. In {period} in {area}: "
    "{parts}.",
    "This figure has no total: it is given by {dimension}, each with a unit of its own. In {period} in {area}: "
    "{parts}.",
)
_ONLY_PARTS = Text(
    "Dit cijfer heeft geen totaal: het staat per {dimension}.", "This figure has no total: it is given by {dimension}."
)
_NO_PART = Text(
    "Dit cijfer heeft geen totaal: het staat per {dimension}. Van {area} is over {period} geen van deze cijfers te "
    "zien: {reasons}.",
    "This figure has no total: it is given by {dimension}. Of {area} none of these figures can be seen for {period}: "
    "{reasons}.",
)
_BESIDE = {
    Comparator.NATION: (
        Text(
            " In Nederland is het {value}; {area} ligt {standing}.",
            " In the Netherlands it is {value}; {area} is {standing}.",
        ),
        Text(
            " Dat verschilt niet aantoonbaar van Nederland ({value}).",
            " That does not demonstrably differ from the Netherlands ({value}).",
        ),
    ),
    Comparator.SIZE_CLASS: (
        Text(
            " In gemeenten van deze grootte is het {value}; {area} ligt {standing}.",
            " In municipalities of this size it is {value}; {area} is {standing}.",
        ),
        Text(
            " Dat verschilt niet aantoonbaar van gemeenten van deze grootte ({value}).",
            " That does not demonstrably differ from municipalities of this size ({value}).",
        ),
    ),
}
"""Comparator -> what is said when the figure differs, and when it does not."""
_OTHERS = (Comparator.NATION, Comparator.SIZE_CLASS)
_WAY = {
    Direction.RISING: Text(" Sinds {start} is het aantoonbaar gestegen", " Since {start} it has demonstrably risen"),
    Direction.FALLING: Text(" Sinds {start} is het aantoonbaar gedaald", " Since {start} it has demonstrably fallen"),
    Direction.NONE: Text(
        " Sinds {start} is er geen aantoonbare verandering", " There has been no demonstrable change since {start}"
    ),
}
_YEARS_TESTED = 4
"""Years from the first of the five figures of which the direction is tested to the last."""


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
    special = _special(context)
    if special is not None:
        return [*special, *_since(context)]
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


def _special(context: Context) -> list[Segment] | None:
    """The answer for a figure without a total, or one that was never delivered; else None."""
    subject, region = context.subject, context.published.region
    if subject.in_parts:
        return list(_of_parts(context))
    if not subject.delivered:
        return [Segment(context.say(_NEVER).format(region=region.name))]
    return None


def _of_parts(context: Context) -> Iterator[Segment]:
    """Of a figure without a total: which part is highest and which lowest, or why none can be seen."""
    subject, lang = context.subject, context.lang
    series, every = subject.main, subject.parts_now(context.area)
    if every and not any(datum.shown for datum in every):
        yield Segment(_no_part(context, every))
        return
    for dimension in series.breakdowns:
        name = context.say(context.published.dimensions[dimension])
        codes = subject.members(series, context.area, subject.latest, dimension)
        data = [(subject.datum(series, context.area, subject.latest, (dimension, code)), code) for code in codes]
        shown = sorted((pair for pair in data if pair[0].shown), key=lambda pair: (-pair[0].figure, pair[1]))
        if len(shown) < 2:  # noqa: PLR2004  highest and lowest are two
            yield Segment(context.say(_ONLY_PARTS).format(dimension=name))
            continue
        words = {"dimension": name, "period": period_phrase(subject.latest, lang), "area": context.area.name}
        if series.unit is Unit.EURO_PER:
            told = [f"{context.member(dimension, code)} {datum.text(lang)}" for datum, code in shown]
            yield Segment(context.say(_PRICES).format(**words, parts=listing(told, lang)))
            continue
        words |= {"top": context.member(dimension, shown[0][1]), "bottom": context.member(dimension, shown[-1][1])}
        words |= {"high": shown[0][0].text(lang), "low": shown[-1][0].text(lang)}
        yield Segment(context.say(_PARTS).format(**words))


def _no_part(context: Context, every: Sequence[Datum]) -> str:
    lang = context.lang
    dimensions = (context.say(context.published.dimensions[one]) for one in context.subject.main.breakdowns)
    return context.say(_NO_PART).format(
        dimension=listing(list(dimensions), lang),
        area=context.area.name,
        period=period_phrase(context.subject.latest, lang),
        reasons=listing(sorted({datum.text(lang) for datum in every}), lang),
    )


def answer(context: Context, area: Area, value: Datum) -> Iterator[Segment]:
    """The definition's own sentence, filled in."""
    subject = context.subject
    template = context.say(subject.definition.sentence)
    rarity = one_in(subject.datum(subject.main, area, subject.latest)) if subject.main.unit.is_share else ""
    if not rarity:
        template = _told_as_share(context, area, template) or _TAIL.sub("", template)
    fields = {
        "value": _value(value, template, context),
        "area": area.name,
        "period": period_phrase(subject.latest, context.lang),
        "one_in": bare(float(rarity), Unit.PERSONS, context.lang) if rarity else "",
    }
    before = context.say(_ONE_IN)
    for literal, name, _, _ in Formatter().parse(template):
        joined = name == "one_in" and literal.endswith(before)
        yield Segment(literal.removesuffix(before) if joined else literal)
        if name:
            yield Segment((before if joined else "") + fields[name], strong=name in {"value", "one_in"})


def _told_as_share(context: Context, area: Area, template: str) -> str:
    """The template with the share in the place of '1 in N', where that is of something else than the figure itself.

    '' where it is the same in other words, which can be left out, or where the share is hidden.
    """
    subject = context.subject
    share, common = subject.datum(subject.main, area, subject.latest), context.say(_ONE_IN)
    same = subject.lead.counted == subject.main.counted
    if same or not subject.main.unit.is_share or not share.shown or f"{common}{{one_in}}" not in template:
        return ""
    return template.replace(f"{common}{{one_in}}", share.text(context.lang))


def _value(value: Datum, template: str, context: Context) -> str:
    """The figure as the template wants it: with its sign where no word for per cent follows it."""
    unsigned = value.unit is not Unit.PERCENT or any(f"{{value}} {word}" in template for word in _PER_CENT)
    return value.said(value.short(context.lang), context.lang) if unsigned else value.text(context.lang)


def one_in(share: Datum) -> str:
    """The N of '1 in N' that a share means; '' when it is hidden, nought or more than a half."""
    if not share.shown or share.figure <= 0 or share.figure / share.unit.multiplier > _COMMON:
        return ""
    return str(int(share.unit.multiplier / share.figure + 0.5))


def pictured(context: Context) -> str:
    """The '1 in N' of the answer as people, one of whom is meant; '' where the answer does not say so."""
    subject = context.subject
    if subject.in_parts or not subject.delivered or "{one_in}" not in context.say(subject.definition.sentence):
        return ""
    share = subject.datum(subject.main, context.area, subject.latest)
    if not subject.main.unit.is_share or not one_in(share) or share.figure / share.unit.multiplier >= FEW:
        return ""
    return people(f"{context.say(_ONE_IN)}{one_in(share)}", share.figure / share.unit.multiplier)


def _more(context: Context) -> Iterator[Segment]:
    """The share, the place against the region, and the change since the year before."""
    subject = context.subject
    main = subject.datum(subject.main, context.area, subject.latest)
    if subject.main.unit.is_share and main.shown:
        against = _against(context, main)
        if subject.lead.counted != subject.main.counted:
            told = not one_in(main) and _told_as_share(context, context.area, context.say(subject.definition.sentence))
            yield Segment(
                "" if told else context.say(_AS_SHARE).format(value=main.text(context.lang) + _named(context))
            )
        elif subject.lead != subject.main:
            stands_for = context.fixed_words(subject.main)
            yield Segment(f" {stands_for[0].upper()}{stands_for[1:]}: " if stands_for else context.say(_SHARE))
            yield Segment(main.text(context.lang), strong=True)
            yield Segment(f"{_whole(context)}{', ' if against else ''}{against}.")
        elif against:
            yield Segment(f"{context.say(_SHARE)}{against}.")
    yield Segment(_beside(context))
    yield Segment(_way(context, main) or _change(context, main))
    yield from _since(context)


def _since(context: Context) -> Iterator[Segment]:
    """The later periods that were not delivered."""
    if context.subject.after:
        periods = listing([period_phrase(code, context.lang) for code in context.subject.after], context.lang)
        yield Segment(context.say(_SINCE_THEN).format(periods=periods))


def _said(context: Context) -> Said | None:
    subject = context.subject
    at = (subject.latest, subject.slice(subject.main))
    return context.published.standings.get(subject.definition.id, subject.main.unit, context.area.code, at)


def _beside(context: Context) -> str:
    """The figure against the nation and against municipalities of its size, where the release has these."""
    said, unit = _said(context), context.subject.main.unit
    words = []
    for name in _OTHERS:
        against = said.against[name] if said else None
        if against and against.value is not None and against.standing is not None:
            template = _BESIDE[name][against.standing is Standing.SIMILAR]
            value = Datum(unit, against.value, CellStatus.VALUE).text(context.lang)
            standing = context.say(against.standing.label)
            words.append(context.say(template).format(value=value, area=context.area.name, standing=standing))
    return "".join(words)


def _way(context: Context, main: Datum) -> str:
    """The tested direction of five years, from the first of them on, and whether that is good; '' when not known.

    A fall that ends in a provisional figure is not known yet.
    """
    said = _said(context)
    if said is None or said.trend is None or fell_too_early(said.trend, main):
        return ""
    latest = context.subject.latest
    start = period_phrase(f"{int(latest[:4]) - _YEARS_TESTED}{latest[4:]}", context.lang)
    judged_good = said.trend is not Direction.NONE and context.subject.definition.polarity != 0
    good = f" ({context.say(said.judgement.label)})" if judged_good and said.judgement else ""
    return f"{context.say(_WAY[said.trend].fill(start=start))}{good}."


def _whole(context: Context) -> str:
    """What a percentage is of; a number per 1,000 says so itself."""
    main = context.subject.main
    return context.unit_words(main).removeprefix("%") if main.unit is Unit.PERCENT else ""


def _named(context: Context) -> str:
    """What a share is of, where its definition says so in words."""
    return _whole(context) if context.subject.main.words else ""


def _against(context: Context, main: Datum) -> str:
    """The place against the region, by the class of the release; '' when it cannot be told."""
    region = context.published.region
    own = context.subject.datum(context.subject.main, region, context.subject.latest)
    said = _said(context)
    standing = said.against[Comparator.REGION].standing if said else None
    row = DotRow(context.area.name, main, standing=standing, untested=said is not None and standing is None)
    if context.chosen is None or not context.subject.comparable or row.against(own) is None:
        return ""
    return f"{judged(row, own, region.name, context.lang)} ({own.text(context.lang)})"


def _change(context: Context, main: Datum) -> str:
    earlier = context.subject.before
    if not earlier or not main.shown:
        return ""
    before = context.subject.datum(context.subject.main, context.area, earlier)
    if not before.shown:
        return ""
    template = {0: _SAME, 1: _MORE, -1: _LESS}[moved(main, before)]
    if main.changed_from(before) is None and main.unit is not Unit.EURO:
        template = _WAS if main.figure != before.figure else _WAS_SAME
    if main.provisional and moved(main, before) < 0:
        template = _SO_FAR if _only_rises(context) else _NOT_ALL_IN
    return context.say(template).format(
        before=period_phrase(earlier, context.lang),
        value=before.text(context.lang),
        period=period_phrase(context.subject.latest, context.lang),
    )


def _only_rises(context: Context) -> bool:
    """Whether late deliveries can only add: counts, sums, and these as a share of inhabitants, who are known."""
    main = context.subject.main
    return main.unit.is_count or main.unit is Unit.EURO or (main.unit.is_share and main.base == "inwoners")


def plain(segments: list[Segment]) -> str:
    """The sentence as one text."""
    return "".join(segment.text for segment in segments).strip()
