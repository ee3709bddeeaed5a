"""Who laid a definition down, which norm its figure is held against, and how it may be used; in words."""

from collections.abc import Iterator
from datetime import date

from graadmeter.charts.datum import Datum
from graadmeter.charts.numbers import written
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.site.counting import Rule
from graadmeter.site.day_words import day_label
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_phrase
from graadmeter.site.published import Governance, Norm

_NORM = Text("Norm", "Norm")
_NORM_SOURCE = Text("{title} (bron: {source})", "{title} (source: {source})")
_NOT_SEEN = Text("{title} (de tekst van deze norm is niet gezien)", "{title} (the text of this norm was not seen)")
_TARGET = Text("Streefwaarde", "Target")
_AIM = Text("{target}, een afspraak van de sector.", "{target}, agreed in the sector.")
_PLACES = {
    1: Text(
        " In {period} zat {area} daar aantoonbaar boven ({value}).",
        " {area} was demonstrably above it in {period} ({value}).",
    ),
    0: Text(
        " In {period} week {area} daar niet aantoonbaar van af ({value}).",
        " {area} did not demonstrably differ from it in {period} ({value}).",
    ),
    -1: Text(
        " In {period} zat {area} daar aantoonbaar onder ({value}).",
        " {area} was demonstrably below it in {period} ({value}).",
    ),
    None: Text(" In {period} was het in {area} {value}.", " In {period} it was {value} in {area}."),
}
_LAID_DOWN = Text("Vastgesteld door", "Laid down by")
_CHECKED = Text("Nagekeken door {name}", "Checked by {name}")
_UNCHECKED = Text("nog niet door een ander nagekeken", "not checked by anyone else yet")
_ON = Text(" op {day}", " on {day}")
_AGAIN = Text("; opnieuw uiterlijk {day}", "; again by {day}")
_USE = Text("Hergebruik", "Reuse")
_FREE = Text("vrij, met bronvermelding ({licence})", "free, with the source named ({licence})")
_LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}


def governance(context: Context) -> list[Rule]:
    """What is known of it, each with its term; nothing of what the release does not tell."""
    return [(context.say(term), words) for term, words in _told(context) if words]


def licence_address(told: Governance) -> str:
    """Where the licence stands on the web, '' for one that is not known."""
    return _LICENCES.get(told.licence, "")


def _told(context: Context) -> Iterator[tuple[Text, str]]:
    definition = context.subject.definition
    yield _NORM, "; ".join(_norm(norm, context.lang) for norm in definition.norms)
    yield _TARGET, _target(context, definition.target) if definition.target is not None else ""
    yield _LAID_DOWN, _laid_down(definition.governance, context.lang)
    free = definition.governance.licence in _LICENCES
    yield _USE, context.say(_FREE).format(licence=definition.governance.licence) if free else ""


def _norm(norm: Norm, lang: Lang) -> str:
    template = _NORM_SOURCE if norm.verified else _NOT_SEEN
    return template.within(lang).format(title=norm.title.within(lang), source=norm.source)


def _target(context: Context, target: float) -> str:
    """The target, and where the figure lies beside it; only a share can be held against one."""
    subject, lang = context.subject, context.lang
    said = context.say(_AIM).format(target=written(target, Unit.PERCENT, lang))
    own = subject.datum(subject.main, context.area, subject.latest)
    if not own.shown or own.unit is not Unit.PERCENT:
        return said
    way = own.against(Datum(Unit.PERCENT, target, CellStatus.VALUE))
    words = {"period": period_phrase(subject.latest, lang), "area": context.area.name, "value": own.text(lang)}
    return said + context.say(_PLACES[way]).format(**words)


def _laid_down(told: Governance, lang: Lang) -> str:
    if not told.author:
        return ""
    if not told.checked_by:
        return f"{told.author}; {_UNCHECKED.within(lang)}."
    checked = _CHECKED.within(lang).format(name=told.checked_by)
    day = _ON.within(lang).format(day=_day(told.reviewed, lang)) if told.reviewed else ""
    again = _AGAIN.within(lang).format(day=_day(told.next_review, lang)) if told.next_review else ""
    return f"{told.author}. {checked}{day}{again}."


def _day(code: str, lang: Lang) -> str:
    return day_label(date.fromisoformat(code), lang)
