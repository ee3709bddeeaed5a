"""From what a release shows to what can be said of it: every figure beside others, with its interval. Read this first.

Only published cells and public figures come in here (docs/comparison.md). Nothing that is hidden is even looked at, so
nothing that is hidden can be told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from graadmeter.compare.against import against_area, share_elsewhere, unfit
from graadmeter.compare.age_mix import age_mix_of
from graadmeter.compare.codes import reason_words
from graadmeter.compare.grid import grid_of
from graadmeter.compare.index import Index, index_of
from graadmeter.compare.inhabitants import Inhabitants
from graadmeter.compare.intervals import intervals_of, rounded
from graadmeter.compare.neighbours import alike, own_variables
from graadmeter.compare.numbers import Numbers, numbers_of
from graadmeter.compare.others import against_others, origin_columns
from graadmeter.compare.pooled import against_group
from graadmeter.compare.series import Series, series_of
from graadmeter.compare.shrink import shrunken_of
from graadmeter.compare.spread import spread_of
from graadmeter.compare.trend import trend_of
from graadmeter.domain.areas import Level, unknown_wijk
from graadmeter.domain.cells import KEY_COLUMNS
from graadmeter.domain.comparison import BENCHMARKS, COMPARISON, VARIABLES, Comparator, Reason
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.region import Region
from graadmeter.domain.rule_comparison import RULE_BENCHMARKS
from graadmeter.engine.arrow import schema_of, shaped
from graadmeter.statistics.arrays import Bools


@dataclass(frozen=True, slots=True)
class Public:
    """What others publish about areas: figures to put beside ours, and what municipalities are like."""

    benchmarks: pa.Table = field(default_factory=lambda: schema_of(BENCHMARKS).empty_table())
    variables: pa.Table = field(default_factory=lambda: schema_of(VARIABLES).empty_table())
    by_rule: pa.Table = field(default_factory=lambda: schema_of(RULE_BENCHMARKS).empty_table())
    """Figures to put beside ours by the rule of others."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The tables COMPARISON (in order of the key) and NEIGHBOURS."""

    table: pa.Table
    neighbours: pa.Table


def compare(
    cells: pa.Table,
    inhabitants: pa.Table,
    indicators: Mapping[str, Indicator],
    region: Region,
    public: Public | None = None,
) -> Compared:
    """The comparison of every cell that shows a figure. `cells` are PUBLISHED, `inhabitants` are INHABITANTS.

    Raises ValueError when the cells have other columns: unprotected ones cannot come in.
    """
    told = public or Public()
    index = index_of(cells)
    persons = Inhabitants(index, inhabitants)
    series = series_of(index.slices, indicators)
    numbers = numbers_of(index, series, persons)
    towns = [area.code for area in region.of_level(Level.MUNICIPALITY)]
    near = alike(told.variables if told.variables.num_rows else own_variables(persons, towns), towns)
    work = _Work(index, series, numbers, unfit(index, series, numbers), region)
    intervals = intervals_of(numbers)
    columns = (
        {name: index.cells[name] for name in (*KEY_COLUMNS, "value", "status")}
        | {"count": rounded(numbers.count, 0), "base": rounded(numbers.base, 0)}
        | intervals.columns()
        | {"interval_status": reason_words(numbers.status)}
        | work.beside_areas()
        | work.beside_groups(near.groups)
        | work.beside_others(told.benchmarks)
        | work.models()
        | trend_of(index, series, numbers, intervals).columns()
        | age_mix_of(index, series, numbers, persons, region.code).columns()
    )
    return Compared(shaped(pa.table(columns), COMPARISON), near.table)


@dataclass(frozen=True, slots=True)
class _Work:
    """What every comparison needs, and the columns that each gives."""

    index: Index
    series: Sequence[Series]
    numbers: Numbers
    cases: list[tuple[Bools, Reason]]
    region: Region

    def beside_areas(self) -> dict[str, Any]:
        """The region, and for a wijk its municipality."""
        whole = {area.code: self.region.code for area in self.region.areas}
        small = (*self.region.of_level(Level.WIJK), *self.region.of_level(Level.WIJK_GROUP))
        parents = {area.code: area.parent for area in small}
        return against_area(self.index, self.numbers, whole, self.cases).columns(Comparator.REGION) | against_area(
            self.index, self.numbers, parents, self.cases
        ).columns(Comparator.MUNICIPALITY)

    def beside_groups(self, near: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
        """The region's own peer groups and the statistical neighbours."""
        grid = grid_of(self.index, self.numbers, Level.MUNICIPALITY)
        own, areas = against_group(grid, self.numbers, self.region.peers, self.cases, Reason.NOT_SET)
        alike_ones, others = against_group(grid, self.numbers, near, self.cases, Reason.NOT_LOADED)
        return (
            own.columns(Comparator.PEERS)
            | alike_ones.columns(Comparator.NEIGHBOURS)
            | {"peers_areas": rounded(areas, 0), "neighbours_areas": rounded(others, 0)}
        )

    def beside_others(self, benchmarks: pa.Table) -> dict[str, Any]:
        """The size class and the nation, with their source."""
        size, nation = (
            against_others(self.index, self.series, self.numbers, benchmarks, scope=scope, cases=self.cases)
            for scope in (Comparator.SIZE_CLASS, Comparator.NATION)
        )
        return (
            size.against.columns(Comparator.SIZE_CLASS)
            | nation.against.columns(Comparator.NATION)
            | origin_columns(size, nation)
        )

    def models(self) -> dict[str, Any]:
        """Municipalities against the usual spread, and wijken drawn towards the region."""
        towns = [area.code for area in self.region.of_level(Level.MUNICIPALITY)]
        grid = grid_of(self.index, self.numbers, Level.MUNICIPALITY)
        wijken = grid_of(self.index, self.numbers, Level.WIJK, [unknown_wijk(town) for town in towns])
        own = share_elsewhere(self.index, self.numbers, self.region.code)
        return (
            spread_of(grid, self.numbers, own, self.cases).columns()
            | shrunken_of(wijken, self.numbers, own, self.cases).columns()
        )
