"""The figures of one area, an entry per indicator: beside the region and others, in recent years, with what is said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graadmeter.charts.datum import Datum
from graadmeter.charts.heat import HeatCell, heat_cell, plain_cell
from graadmeter.charts.numbers import DASH
from graadmeter.charts.spine_shape import SpineRow
from graadmeter.charts.standing_marks import judged_words, sign, standing_words, step
from graadmeter.domain.areas import Area
from graadmeter.domain.comparison import Comparator, Direction, Judgement, Reason, Standing
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.site.certain import fell_too_early
from graadmeter.site.figures.context import Context
from graadmeter.site.page import Site
from graadmeter.site.period_words import period_label
from graadmeter.site.standings import Said
from graadmeter.site.subject import Subject
from graadmeter.site.ui_words import theme_title

YEARS = 4
"""So many years stand in the tables of a profile."""

_ARROWS = {Direction.RISING: "↗", Direction.FALLING: "↘", Direction.NONE: "→"}
_TOO_EARLY = Text("nog niet zeker", "not certain yet")
"""Of a fall that ends in a provisional figure."""
_NOTHING = 1e-9
_ON_A_SCALE = (Unit.DAYS, Unit.RATIO, Unit.EURO_PER)
"""Units, beside shares, whose figures do not follow from how large an area is; an index of concentration does."""


@dataclass(frozen=True, slots=True)
class Words:
    """A cell of words: what is read, a sign before it, and what is heard only when the words are a mere dash."""

    text: str
    sign: str = ""
    heard: str = ""


@dataclass(frozen=True)
class AreaRow:
    """One indicator for one area at the last period with figures."""

    subject: Subject
    area: Area
    benchmark: Area
    comparator: Comparator
    lang: Lang

    @property
    def title(self) -> str:
        """The name of the indicator."""
        return self.subject.definition.title.within(self.lang)

    @cached_property
    def unit(self) -> str:
        """What the figure is, and of when."""
        context = Context(self.subject, self.lang)
        main = self.subject.main
        words = (context.fixed_words(main), context.unit_words(main), period_label(self.subject.latest, self.lang))
        return ", ".join(word for word in words if word)

    @property
    def polarity(self) -> int:
        """1 when higher is better, -1 when lower is, 0 when neither."""
        return self.subject.definition.polarity

    @cached_property
    def own(self) -> Datum:
        """The area's figure."""
        return self.subject.datum(self.subject.main, self.area, self.subject.latest)

    @cached_property
    def reference(self) -> Datum:
        """The figure of the area it is compared with."""
        return self.subject.datum(self.subject.main, self.benchmark, self.subject.latest)

    @cached_property
    def said(self) -> Said | None:
        """What the release says of it."""
        return _said(self.subject, self.area, self.subject.latest)

    @property
    def standing(self) -> Standing | None:
        """The class against the benchmark, None when not tested."""
        said = self.said
        return said.against[self.comparator].standing if said else None

    @property
    def shown(self) -> bool:
        """Whether there is a figure."""
        return self.own.shown

    @property
    def distance(self) -> float:
        """How far from the benchmark, relative to it; only to order what stands out."""
        own, reference = self.own, self.reference
        if not own.shown or not reference.shown or abs(reference.figure) < _NOTHING:
            return 0.0
        return abs(own.figure / reference.figure - 1)

    def verdict(self) -> Words:
        """The class in words with its judgement, or a dash with the reason why there is none."""
        said = self.said
        if said is None:
            return Words(DASH, heard=standing_words(None, self.lang))
        found = said.against[self.comparator]
        if found.standing is None:
            return Words(DASH, heard=found.reason.label.within(self.lang))
        return Words(judged_words(found.standing, self.polarity, self.lang))

    def trend(self) -> Words:
        """The tested direction over five years, or a dash with the reason."""
        said = self.said
        if said is None or said.trend is None:
            reason = said.trend_reason.label if said else Reason.TOO_SHORT.label
            return Words(DASH, heard=reason.within(self.lang))
        if fell_too_early(said.trend, self.own):
            return Words(_TOO_EARLY.within(self.lang))
        words = said.trend.label.within(self.lang)
        if said.judgement in {Judgement.BETTER, Judgement.WORSE}:
            words = f"{words}, {said.judgement.label.within(self.lang)}"
        return Words(words, _ARROWS[said.trend])

    def year(self, year: str, name: str) -> HeatCell:
        """The cell of the same period in another year, marked against the benchmark of that period."""
        code = year + self.subject.latest[4:]
        datum = self.subject.datum(self.subject.main, self.area, code)
        if code not in self.subject.timeline:
            return HeatCell(DASH, "none", words=datum.text(self.lang))
        said = _said(self.subject, self.area, code)
        standing = said.against[self.comparator].standing if said else None
        return heat_cell(datum, standing, self.polarity, name, self.lang)

    def other(self, comparator: Comparator) -> HeatCell:
        """The cell of another comparator's figure; its mark is that of the area's own figure against it."""
        said = self.said
        found = said.against[comparator] if said else None
        if found is None or found.value is None:
            return HeatCell(DASH, "none", words=found.reason.label.within(self.lang) if found else "")
        plain = plain_cell(Datum(self.subject.main.unit, found.value, CellStatus.VALUE), self.lang)
        if not step(found.standing):
            return plain
        words = f"{self.area.name}: {standing_words(found.standing, self.lang)}"
        return replace(plain, mark=sign(found.standing), words=words)

    def benchmark_cell(self) -> HeatCell:
        """The benchmark's figure, which carries no mark."""
        return plain_cell(self.reference, self.lang)

    def spine(self, areas: Sequence[Area]) -> SpineRow | None:
        """The row of a spine chart among `areas`; None for numbers, which tell size, and for what cannot be drawn."""
        if not _among_others(self.subject):
            return None
        theme = theme_title(self.subject.definition.theme).within(self.lang)
        others = tuple(map(self.subject.now, areas))
        row = SpineRow(self.title, self.unit, self.own, self.reference, others, self.standing, self.polarity, theme)
        return row if row.drawn else None


def area_rows(site: Site, area: Area, benchmark: Area, comparator: Comparator, lang: Lang) -> list[AreaRow]:
    """An entry for every indicator that is counted at the level of the area, in the order of themes."""
    return [
        AreaRow(subject, area, benchmark, comparator, lang)
        for subject in site.subjects
        if area.level in subject.definition.levels
    ]


def standing_out(rows: Sequence[AreaRow]) -> list[AreaRow]:
    """The rows that demonstrably differ: almost certain ones first, then by distance."""
    found = [row for row in rows if step(row.standing)]
    return sorted(found, key=lambda row: (-abs(step(row.standing)), -row.distance, row.subject.definition.id))


def _among_others(subject: Subject) -> bool:
    if subject.main.unit.is_share:
        return subject.comparable
    return subject.main.unit in _ON_A_SCALE


def _said(subject: Subject, area: Area, period: str) -> Said | None:
    main = subject.main
    return subject.published.standings.get(subject.definition.id, main.unit, area.code, (period, subject.slice(main)))
