"""How complete and how late the deliveries behind each quarter are: two tables, of quarters and of municipalities."""

from dataclasses import dataclass

from graadmeter.charts.numbers import DASH, NBSP, listing
from graadmeter.charts.table import FigureTable, Kind, TableCell
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.finality import Stage
from graadmeter.domain.findings import Verdict
from graadmeter.domain.periods import Period, parse_period, quarter
from graadmeter.domain.text import Lang, Text
from graadmeter.site.completeness import delivered
from graadmeter.site.page import Site
from graadmeter.site.period_words import period_label
from graadmeter.site.published import Published

_LAST_QUARTERS = 8
_NONE = Text("niet ontvangen", "not received")
_SHORT = {
    Verdict.ACCEPTED.value: Text("ja", "yes"),
    Verdict.ACCEPTED_WITH_FINDINGS.value: Text("ja, met vragen", "yes, with questions"),
    Verdict.PARTLY.value: Text("deels", "partly"),
    Verdict.REFUSED.value: Text("geweigerd", "refused"),
    Verdict.INTERRUPTED.value: Text("afgebroken", "interrupted"),
}
_LOOKS = {
    Verdict.ACCEPTED.value: ("full", "●"),
    Verdict.ACCEPTED_WITH_FINDINGS.value: ("full", "●"),
    Verdict.PARTLY.value: ("part", "◐"),
}
_MISSING = ("none", "○")
_ALL = Text("alle {n}", "all {n}")
_OF = Text("{k} van {n}", "{k} of {n}")
_HEADS = (
    Text("kwartaal", "quarter"),
    Text("stand van de cijfers", "state of the figures"),
    Text("gemeenten die leverden", "municipalities that delivered"),
    Text("nog niet ontvangen of niet bruikbaar", "not received yet, or not usable"),
)
_KNOWN = {
    "uitgaven": Text("bedragen: zo veel is doorgaans al bekend", "amounts: usually known by now"),
    "trajecten": Text("begonnen trajecten: zo veel is doorgaans al bekend", "begun trajectories: usually known by now"),
}
"""Indicators of which the release estimates how much is known, and what that column is called."""
_UNITS = {"uitgaven": ("euro", TOTAL), "trajecten": ("trajecten", "begonnen")}
_QUARTERS = Text("De laatste twee jaar per kwartaal", "The last two years by quarter")


@dataclass(frozen=True, slots=True)
class Received:
    """One delivery in the table of municipalities: its verdict in words, its look and its sign."""

    words: str
    look: str
    """full, part or none."""
    sign: str


@dataclass(frozen=True, slots=True)
class Receipts:
    """What was received: a row per municipality, a column per quarter."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Received, ...]], ...]


def receipts(site: Site, lang: Lang) -> Receipts:
    """The deliveries of the last two years, by municipality and quarter, the newest quarter first."""
    published, found = site.published, delivered(site.published)
    quarters = _quarters(published)[::-1]
    rows = tuple(
        (area.name, tuple(_received(found.get((area.code, when.code)), lang) for when in quarters))
        for area in published.municipalities
    )
    return Receipts(tuple(f"{when.year}{NBSP}K{when.code[6:].lstrip('0')}" for when in quarters), rows)


def quarters_table(site: Site, lang: Lang) -> FigureTable:
    """How complete each of the last quarters is, newest first, and how final its figures are."""
    published, names = site.published, [head.within(lang) for head in _HEADS]
    known = [name for name in _KNOWN if any(key[0] == name for key in published.estimates)]
    header = (*names, *(_KNOWN[name].within(lang) for name in known))
    rows = tuple(_row(published, when, known, lang) for when in reversed(_quarters(published)))
    return FigureTable(_QUARTERS.within(lang), header, rows)


def _quarters(published: Published) -> list[Period]:
    last = parse_period(published.last_quarter).last
    first = max(parse_period(published.first_quarter).first, last - _LAST_QUARTERS + 1)
    return [quarter(index) for index in range(first, last + 1)]


def _received(verdict: str | None, lang: Lang) -> Received:
    look, sign = _LOOKS.get(verdict or "", _MISSING)
    words = _NONE if verdict is None else _SHORT.get(verdict, Text(verdict, verdict))
    return Received(words.within(lang), look, sign)


def _row(published: Published, when: Period, known: list[str], lang: Lang) -> tuple[TableCell, ...]:
    found, towns = delivered(published), published.municipalities
    late = [area.name for area in towns if found.get((area.code, when.code)) not in _LOOKS]
    n = len(towns)
    who = _ALL.within(lang).format(n=n) if len(late) == n else listing(late, lang)
    count = _OF.within(lang).format(k=n - len(late), n=n) if late else _ALL.within(lang).format(n=n)
    stage = Stage(published.stages.get(when.code, Stage.FINAL.value))
    percents = [_percent(published, name, when.code, lang) for name in known]
    return (
        TableCell(period_label(when.code, lang).replace(" ", NBSP)),
        TableCell(stage.label.within(lang), provisional=stage is not Stage.FINAL),
        TableCell(count),
        TableCell(who or DASH, Kind.WORDS),
        *(TableCell(words, Kind.MARGIN) for words in percents),
    )


def _percent(published: Published, indicator: str, code: str, lang: Lang) -> str:
    unit, flow = _UNITS[indicator]
    told = published.estimates.get((indicator, unit, published.region.code, code, flow))
    return f"{told.percent}{NBSP if lang is Lang.NL else ''}%" if told else DASH
