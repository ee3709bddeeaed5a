"""Real tables of figures side by side: areas or subjects in rows, in groups, each cell with its status and class."""

from collections.abc import Sequence
from dataclasses import dataclass

from graadmeter.charts.heat import HeatCell, heat_cell
from graadmeter.domain.areas import Area
from graadmeter.domain.comparison import Comparator
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.figures.context import Context
from graadmeter.site.many import many
from graadmeter.site.page import Site
from graadmeter.site.period_words import period_label
from graadmeter.site.published import Series
from graadmeter.site.subject import Subject
from graadmeter.site.ui_words import theme_title
from graadmeter.site.wording import word


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or a column: a name with the page it leads to ('' for none), and a remark under it."""

    name: str
    below: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; `total` for the one that the others are compared with."""

    head: Head
    cells: tuple[HeatCell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading, '' for none."""

    title: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class AreaTable:
    """The whole table."""

    caption: str
    first: str
    """Head of the first column: what the rows are."""
    header: tuple[Head, ...]
    groups: tuple[Group, ...]
    dense: bool = False
    """Whether there are so many columns that they are set close together."""
    merged: bool = False
    """Whether groups of wijken stand at the bottom."""

    @property
    def remark(self) -> str:
        """The status that all figures shown have, so that it needs to be said once only; '' when they differ."""
        found = {cell.remark for group in self.groups for row in group.rows for cell in row.cells if cell.shown}
        return found.pop() if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Figures:
    """One column of figures: a series of an indicator, or one member of it, at its last period."""

    subject: Subject
    series: Series
    member: tuple[tuple[str, str], ...] = ()
    name: Text | None = None
    """What it is called instead of its indicator, where one indicator gives several figures."""

    def cell(self, area: Area, benchmark: Area, comparator: Comparator, lang: Lang) -> HeatCell:
        """The figure of an area with its class against the benchmark."""
        subject, at = self.subject, (self.subject.latest, self.subject.slice(self.series, *self.member))
        datum = subject.datum(self.series, area, subject.latest, *self.member)
        said = subject.published.standings.get(subject.definition.id, self.series.unit, area.code, at)
        standing = said.against[comparator].standing if said else None
        return heat_cell(datum, standing, subject.definition.polarity, benchmark.name, lang)

    def anywhere(self, areas: Sequence[Area]) -> bool:
        """Whether any of the areas has a cell for it: hidden or shown, but applicable."""
        data = (self.subject.datum(self.series, area, self.subject.latest, *self.member) for area in areas)
        return any(datum.status is not CellStatus.NOT_APPLICABLE for datum in data)

    def head(self, to: Addresses) -> Head:
        """The name of the indicator or of the member, and what its figure is."""
        context = Context(self.subject, to.lang)
        title = context.say(self.name) if self.name else context.title
        for dimension, code in self.member:
            title = self.subject.published.codes[dimension][code].within(to.lang)
            title = title[:1].upper() + title[1:]
        below = (context.fixed_words(self.series), context.unit_words(self.series))
        period = period_label(self.subject.latest, to.lang)
        words = ", ".join(dict.fromkeys(word for word in (*below, period) if word))
        return Head(title, words, to.indicator(self.subject.definition.id))


def municipalities_table(
    site: Site, columns: Sequence[Figures], to: Addresses, words: tuple[str, str], towns: Sequence[Area] = ()
) -> AreaTable:
    """The region and its municipalities, or some of them, in rows; `words`: the caption and the first head."""
    region = site.published.region
    rows = [
        TableRow(
            Head(area.name, target=to.municipality(area.name) if area != region else ""),
            tuple(column.cell(area, region, Comparator.REGION, to.lang) for column in columns),
            total=area == region,
        )
        for area in (region, *(towns or site.published.municipalities))
    ]
    return AreaTable(*words, tuple(column.head(to) for column in columns), (Group("", tuple(rows)),))


def rug(site: Site, to: Addresses, words: tuple[str, str]) -> AreaTable:
    """What can be compared and any municipality shows, by theme; the region and the municipalities in columns.

    Very many municipalities stand in rows, the figures in columns.
    """
    region, towns = site.published.region, site.published.municipalities
    if many(towns):
        return _turned(site, to, words)
    groups: dict[str, list[TableRow]] = {}
    for subject in site.subjects:
        if subject.comparable:
            column = Figures(subject, subject.main)
            cells = tuple(column.cell(area, region, Comparator.REGION, to.lang) for area in (region, *towns))
            if any(cell.shown for cell in cells[1:]):
                groups.setdefault(subject.definition.theme, []).append(TableRow(column.head(to), cells))
    header = (Head(region.name), *(Head(town.name, target=to.municipality(town.name)) for town in towns))
    found = tuple(Group(theme_title(theme).within(to.lang), tuple(rows)) for theme, rows in groups.items())
    return AreaTable(*words, header, found, dense=True)


def _turned(site: Site, to: Addresses, words: tuple[str, str]) -> AreaTable:
    columns = [Figures(subject, subject.main) for subject in site.subjects if subject.comparable]
    shown = [one for one in columns if any(one.subject.now(town).shown for town in site.published.municipalities)]
    return municipalities_table(site, shown, to, (words[0], word(to.lang, "municipality")))
