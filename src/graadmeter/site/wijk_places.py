"""The wijken of a municipality with their pages, and side by side in one table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graadmeter.charts.heat import HeatCell
from graadmeter.domain.areas import Area
from graadmeter.domain.comparison import Comparator
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses, slug
from graadmeter.site.area_rows import AreaRow, area_rows
from graadmeter.site.page import Site


@dataclass(frozen=True, slots=True)
class WijkRow:
    """A wijk with a cell for every indicator."""

    name: str
    target: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class WijkTable:
    """All wijken of a municipality by the indicators that are counted for wijken and can be compared."""

    header: tuple[tuple[str, str], ...]
    """Of each indicator the name, and what its figure is."""
    benchmark: str
    standard: tuple[HeatCell, ...]
    """The municipality's own figures."""
    rows: tuple[WijkRow, ...]
    remark: str
    """The status that all figures have, said once; '' when they are final."""


def wijk_names(wijken: Sequence[Area]) -> dict[str, str]:
    """By code the name that a wijk has within its municipality; where two share an address, the code goes with it."""
    shared = Counter(slug(wijk.name) for wijk in wijken)
    return {wijk.code: wijk.name if shared[slug(wijk.name)] == 1 else f"{wijk.name} {wijk.code}" for wijk in wijken}


def wijk_target(site: Site, town: Area, wijk: Area, to: Addresses) -> str:
    """The page of a wijk."""
    return to.wijk(town.name, wijk_names(site.published.wijken(town.code))[wijk.code])


def wijk_table(site: Site, town: Area, to: Addresses, name: str) -> WijkTable | None:
    """The table of a municipality, which is called `name`; None without wijken or figures of them."""
    wijken = site.published.wijken(town.code)
    by_wijk = {wijk.code: _rows(site, wijk, town, to.lang) for wijk in wijken}
    first = next(iter(by_wijk.values()), [])
    if not first:
        return None
    names = wijk_names(wijken)
    return WijkTable(
        header=tuple((row.title, row.unit) for row in first),
        benchmark=name,
        standard=tuple(row.benchmark_cell() for row in first),
        rows=tuple(
            WijkRow(
                wijk.name, to.wijk(town.name, names[wijk.code]), tuple(row.cell(name) for row in by_wijk[wijk.code])
            )
            for wijk in wijken
        ),
        remark=_common_remark([row for rows in by_wijk.values() for row in rows], name),
    )


def _rows(site: Site, wijk: Area, town: Area, lang: Lang) -> list[AreaRow]:
    rows = area_rows(site, wijk, town, Comparator.MUNICIPALITY, lang)
    return [row for row in rows if row.subject.comparable]


def _common_remark(rows: Sequence[AreaRow], name: str) -> str:
    """What every figure shown is: mostly provisional. When they differ the page of the wijk says which."""
    remarks = {cell.remark for row in rows if (cell := row.cell(name)).shown}
    return remarks.pop() if len(remarks) == 1 else ""
