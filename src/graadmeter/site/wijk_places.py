"""The wijken of a municipality with their pages, and side by side in one table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from graadmeter.charts.heat import HeatCell, plain_cell
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.comparison import Comparator
from graadmeter.site.addresses import Addresses, slug
from graadmeter.site.area_table import AreaTable, Figures, Group, Head, TableRow
from graadmeter.site.area_words import AreaWords
from graadmeter.site.merged import called
from graadmeter.site.page import Site


def wijk_names(wijken: Sequence[Area]) -> dict[str, str]:
    """By code the name that a wijk has within its municipality; where two share an address, the code goes with it."""
    shared = Counter(slug(wijk.name) for wijk in wijken)
    return {wijk.code: wijk.name if shared[slug(wijk.name)] == 1 else f"{wijk.name} {wijk.code}" for wijk in wijken}


def wijk_table(site: Site, town: Area, to: Addresses, name: str) -> AreaTable | None:
    """The wijken of a municipality, which is called `name`, by the figures that can be compared; None without any."""
    wijken, words = site.published.wijken(town.code), AreaWords(to.lang)
    columns = [
        Figures(subject, subject.main)
        for subject in site.subjects
        if subject.comparable and Level.WIJK in subject.definition.levels
    ]
    if not wijken or not columns:
        return None
    names = wijk_names(wijken)
    rows = [TableRow(Head(name), tuple(_plain(column, town, to) for column in columns), total=True)]
    benchmark = replace(town, name=name)
    for wijk in wijken:
        cells = (column.cell(wijk, benchmark, Comparator.MUNICIPALITY, to.lang) for column in columns)
        rows.append(TableRow(Head(wijk.name, target=to.wijk(town.name, names[wijk.code])), tuple(cells)))
    single = len(rows)
    for group in site.published.groups(town.code):
        own = tuple(column.cell(group, benchmark, Comparator.MUNICIPALITY, to.lang) for column in columns)
        if any(cell.shown for cell in own):
            parts = ", ".join(wijk.name for wijk in wijken if wijk.code in group.parts)
            rows.append(TableRow(Head(called(group, to.lang).name, parts), own))
    header = tuple(column.head(to) for column in columns)
    caption = words.of("wijken_caption", area=town.name)
    return AreaTable(caption, words.of("wijk"), header, (Group("", tuple(rows)),), merged=len(rows) > single)


def _plain(column: Figures, town: Area, to: Addresses) -> HeatCell:
    return plain_cell(column.subject.datum(column.series, town, column.subject.latest), to.lang)
