"""What the page of a wijk says of figures that it has together with other wijken."""

from dataclasses import dataclass

from graadmeter.charts.heat import HeatCell, plain_cell
from graadmeter.charts.numbers import listing
from graadmeter.domain.areas import Area
from graadmeter.domain.text import Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.area_rows import AreaRow
from graadmeter.site.merged import group_of
from graadmeter.site.page import Site

_WITH = Text("samen met {others}", "together with {others}")


@dataclass(frozen=True, slots=True)
class MergedRow:
    """An indicator of which a wijk has its figure together with others."""

    title: str
    target: str
    unit: str
    together: str
    """With which wijken, in words."""
    cells: tuple[HeatCell, ...]
    """The figure of the group, of the municipality and of the region."""


def merged_row(site: Site, row: AreaRow, to: Addresses, town: Area) -> MergedRow | None:
    """The row of an indicator on the page of a wijk; None when the wijk is not merged in it."""
    subject, period = row.subject, row.subject.latest
    group = group_of(subject, row.area, period)
    if group is None:
        return None
    names = {area.code: area.name for area in site.published.wijken(town.code)}
    others = listing([names.get(code, code) for code in group.parts if code != row.area.code], to.lang)
    figures = [subject.datum(subject.main, area, period) for area in (group, town, site.published.region)]
    return MergedRow(
        title=row.title,
        target=to.indicator(subject.definition.id, town.name),
        unit=row.unit,
        together=_WITH.within(to.lang).format(others=others),
        cells=tuple(plain_cell(one, to.lang) for one in figures),
    )
