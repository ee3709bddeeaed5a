"""The figures of an area as a page shows them: a spine chart, a heat table by theme, and what is not shown."""

from dataclasses import dataclass
from functools import cached_property

from graadmeter.charts.figure import Figure
from graadmeter.charts.heat import HeatCell
from graadmeter.charts.numbers import listing
from graadmeter.charts.spine import Among, Spine, SpineRow, spine_figure
from graadmeter.charts.spine_track import small_spine
from graadmeter.domain.areas import Area
from graadmeter.domain.comparison import Comparator, Reason
from graadmeter.site.addresses import Addresses
from graadmeter.site.area_rows import YEARS, AreaRow, Words
from graadmeter.site.area_words import AreaWords
from graadmeter.site.ui_words import theme_title

_OTHERS = {
    Comparator.REGION: "region",
    Comparator.NEIGHBOURS: "similar_areas",
    Comparator.PEERS: "peers",
    Comparator.SIZE_CLASS: "size_class",
    Comparator.NATION: "nation",
}
"""Comparators that get a column where the release has a figure of them, and the heads of these columns."""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One indicator in the table."""

    title: str
    target: str
    unit: str
    place: str
    """The row of the spine chart as a small picture, '' when there is none."""
    years: tuple[HeatCell, ...]
    others: tuple[HeatCell, ...]
    """The benchmark, then the others."""
    verdict: Words
    trend: Words


@dataclass(frozen=True, slots=True)
class HeatTheme:
    """The rows of one theme."""

    id: str
    title: str
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """The table: heads and themes."""

    years: tuple[str, ...]
    others: tuple[str, ...]
    """Heads of the columns of others, the benchmark first."""
    themes: tuple[HeatTheme, ...]

    @property
    def moves(self) -> bool:
        """Whether any figure has five years to tell a direction from."""
        return any(not row.trend.heard for theme in self.themes for row in theme.rows)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return 3 + len(self.years) + len(self.others) + self.moves


@dataclass(frozen=True, slots=True)
class Company:
    """Among which areas an area is shown, and what its benchmark and its region are called."""

    areas: tuple[Area, ...]
    among: Among
    name: str
    region: str


@dataclass(frozen=True)
class AreaFigures:
    """The figures of one area on one page; the rows lead to the pages of the municipality called `town`."""

    rows: tuple[AreaRow, ...]
    company: Company
    to: Addresses
    town: str

    @cached_property
    def figure(self) -> Figure | None:
        """The spine chart of all that can be drawn, None when nothing can."""
        drawn = tuple(row for row in self._spines.values() if row is not None)
        if not drawn:
            return None
        lang, area = self.to.lang, self.rows[0].area.name
        among = self.company.among.all.within(lang)
        subtitle = AreaWords(lang).of("subtitle", area=area, among=among)
        return spine_figure(Spine("naast", subtitle, area, self.company.name, drawn, lang, self.company.among))

    @cached_property
    def heat(self) -> Heat:
        """The table of all indicators of which a figure of these years is shown."""
        found: dict[str, list[HeatRow]] = {}
        for row in self.rows:
            if self._says_anything(row):
                found.setdefault(row.subject.definition.theme, []).append(self._row(row))
        themes = (
            HeatTheme(theme, theme_title(theme).within(self.to.lang), tuple(rows)) for theme, rows in found.items()
        )
        return Heat(self._years, (self.company.name, *(self._head(one) for one in self._others)), tuple(themes))

    @property
    def hidden(self) -> tuple[tuple[str, str], ...]:
        """Of the indicators without any figure: the status in words, and the names that have it."""
        found: dict[str, list[str]] = {}
        for row in self.rows:
            if not self._says_anything(row):
                found.setdefault(row.own.text(self.to.lang), []).append(row.title)
        return tuple((status, listing(names, self.to.lang)) for status, names in sorted(found.items()))

    @cached_property
    def _spines(self) -> dict[str, SpineRow | None]:
        return {row.subject.definition.id: row.spine(self.company.areas) for row in self.rows}

    @cached_property
    def _others(self) -> tuple[Comparator, ...]:
        own = {row.comparator for row in self.rows}
        return tuple(one for one in _OTHERS if one not in own and any(_given(row, one) for row in self.rows))

    @cached_property
    def _years(self) -> tuple[str, ...]:
        """The last years of any row, the newest first: what one came for must not lie off a phone's screen."""
        found = sorted({code[:4] for row in self.rows for code in row.subject.timeline})
        return tuple(found[: -YEARS - 1 : -1])

    def _head(self, comparator: Comparator) -> str:
        return AreaWords(self.to.lang).of(_OTHERS[comparator], region=self.company.region)

    def _says_anything(self, row: AreaRow) -> bool:
        return row.shown or any(row.year(year, self.company.name).shown for year in self._years)

    def _row(self, row: AreaRow) -> HeatRow:
        drawn = self._spines[row.subject.definition.id]
        return HeatRow(
            title=row.title,
            target=self.to.indicator(row.subject.definition.id, self.town),
            unit=row.unit,
            place=small_spine(row.title, drawn) if drawn else "",
            years=tuple(row.year(year, self.company.name) for year in self._years),
            others=(row.benchmark_cell(), *(row.other(one) for one in self._others)),
            verdict=row.verdict(),
            trend=row.trend(),
        )


def _given(row: AreaRow, comparator: Comparator) -> bool:
    return row.said is not None and row.said.against[comparator].reason is Reason.GIVEN
