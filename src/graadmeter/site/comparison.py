"""Tables that put areas side by side: a cell per area and indicator, marked where it demonstrably differs."""

from collections.abc import Sequence
from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.areas import Area
from graadmeter.domain.text import Lang
from graadmeter.site.render import word
from graadmeter.site.subject import Subject


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell: its text, its style, and the sign with words for a demonstrable difference."""

    text: str
    style: str
    mark: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An area with its cells; `region` for the row that the others are compared with."""

    name: str
    cells: tuple[Mark, ...]
    region: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Rug:
    """The whole table, ready for a template."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]


def rug(subjects: Sequence[Subject], reference: Area, areas: Sequence[tuple[Area, str]], lang: Lang) -> Rug:
    """Areas (each with the page it links to, or '') against the reference on every comparable indicator."""
    header = tuple(f"{subject.definition.title.within(lang)} ({_unit(subject)})" for subject in subjects)
    standard = [subject.datum(subject.main, reference, subject.latest) for subject in subjects]
    rows = [Row(area.name, tuple(_marks(subjects, standard, area, lang)), target=target) for area, target in areas]
    total = Row(reference.name, tuple(Mark(datum.short(lang), _style(datum, None)) for datum in standard), region=True)
    return Rug(header, (total, *rows))


def _marks(subjects: Sequence[Subject], standard: Sequence[Datum], area: Area, lang: Lang) -> list[Mark]:
    cells = []
    for subject, reference in zip(subjects, standard, strict=True):
        datum = subject.datum(subject.main, area, subject.latest)
        way = datum.against(reference)
        sign = {1: "▲", -1: "▼"}.get(way or 0, "")
        words = {1: word(lang, "verdict_high"), -1: word(lang, "verdict_low")}.get(way or 0, "")
        cells.append(Mark(datum.short(lang), _style(datum, way), sign, words))
    return cells


def _style(datum: Datum, way: int | None) -> str:
    if not datum.shown:
        return "gm-hidden"
    return "gm-figure-cell" + {1: " gm-high", -1: " gm-low"}.get(way or 0, "")


def _unit(subject: Subject) -> str:
    return "%" if subject.main.unit.value == "procent" else "‰"
