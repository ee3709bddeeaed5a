"""What stands out in an area: demonstrable differences and changes, how sure they are, and what chance alone gives."""

from collections.abc import Sequence
from dataclasses import dataclass

from graadmeter.charts.standing_marks import judged_words, sign, step, tone
from graadmeter.domain.comparison import Direction, Judgement
from graadmeter.site.addresses import Addresses
from graadmeter.site.area_rows import AreaRow, standing_out
from graadmeter.site.area_words import AreaWords
from graadmeter.site.certain import fell_too_early
from graadmeter.site.period_words import period_label

_MOST = 8
"""So many figures that stand out are listed."""
_BY_CHANCE = 0.05
"""The share of tests that stands out at 95 % when nothing is the matter."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A figure that stands out: its mark, words, and the figures themselves."""

    title: str
    target: str
    tone: str
    mark: str
    words: str
    own: str
    benchmark: str
    period: str
    provisional: bool


@dataclass(frozen=True, slots=True)
class Certainty:
    """Remarks that are equally sure, and how sure that is."""

    title: str
    how: str
    remarks: tuple[Remark, ...]


def lead(rows: Sequence[AreaRow], area: str, name: str, words: AreaWords) -> str:
    """In how many of the tested figures the area differs, and which way."""
    tested = [row for row in rows if row.standing]
    high = sum(step(row.standing) > 0 for row in tested)
    low = sum(step(row.standing) < 0 for row in tested)
    named = {"area": area, "name": name, "total": len(tested)}
    if not tested:
        return words.of("lead_untested", **named)
    if high + low == 0:
        return words.of("lead_none", **named)
    counts = (("times_higher", high), ("times_lower", low))
    ways = ", ".join(words.of(way, n=count) for way, count in counts if count)
    rest = f" {words.of('lead_rest')}" if high + low < len(tested) else ""
    return words.of("lead", **named, n=high + low, ways=ways) + rest


def certainties(rows: Sequence[AreaRow], to: Addresses, town: str, words: AreaWords) -> list[Certainty]:
    """What stands out, the surest first; at most `_MOST` in all."""
    listed = standing_out(rows)[:_MOST]
    found = []
    for name, least in (("sure", 2), ("likely", 1)):
        remarks = tuple(_remark(row, to, town) for row in listed if abs(step(row.standing)) == least)
        if remarks:
            found.append(Certainty(words.of(name), words.of(f"{name}_how"), remarks))
    return found


def honest(rows: Sequence[AreaRow], area: str, name: str, words: AreaWords) -> list[str]:
    """What must be said with it: how many were tested, and how many of those chance alone would make stand out."""
    tested, out = sum(row.standing is not None for row in rows), len(standing_out(rows))
    named = {"area": area, "name": name, "total": tested}
    if not tested:
        return [words.of("nothing_tested")]
    if not out:
        return [words.of("nothing_beside" if any(_changed(row) for row in rows) else "nothing", **named)]
    more = [words.of("more_below", n=out - _MOST)] if out > _MOST else []
    by_chance = int(tested * _BY_CHANCE + 0.5)
    return [*more, words.of("many_tests" if by_chance else "few_tests", **named, n=by_chance)]


def moved(rows: Sequence[AreaRow], to: Addresses, town: str) -> list[Remark]:
    """The figures that demonstrably changed in five years; not those that fell up to a provisional figure."""
    return [
        Remark(
            title=row.title,
            target=to.indicator(row.subject.definition.id, town),
            tone="differs" if said.judgement in {None, Judgement.NONE} else str(said.judgement),
            mark=row.trend().sign,
            words=row.trend().text,
            own=row.own.text(to.lang),
            benchmark="",
            period=period_label(row.subject.latest, to.lang),
            provisional=row.own.provisional,
        )
        for row in rows
        if (said := row.said) is not None and _changed(row)
    ]


def _changed(row: AreaRow) -> bool:
    if row.said is None or fell_too_early(row.said.trend, row.own):
        return False
    return row.said.trend in {Direction.RISING, Direction.FALLING}


def _remark(row: AreaRow, to: Addresses, town: str) -> Remark:
    return Remark(
        title=row.title,
        target=to.indicator(row.subject.definition.id, town),
        tone=tone(row.standing, row.polarity),
        mark=sign(row.standing),
        words=judged_words(row.standing, row.polarity, to.lang),
        own=row.own.text(to.lang),
        benchmark=row.reference.text(to.lang),
        period=period_label(row.subject.latest, to.lang),
        provisional=row.own.provisional,
    )
