"""The whole plan as query texts: the tables to make, in order, and the questions to ask of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlglot import exp

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count, Unit
from graadmeter.domain.region import Region
from graadmeter.domain.sources import SOURCES
from graadmeter.measure.additive import additive_histograms, additive_nodes
from graadmeter.measure.asking import ask_nodes, ask_query
from graadmeter.measure.beside import beside_columns, beside_nodes
from graadmeter.measure.composition import composition_nodes, few_query, many_query
from graadmeter.measure.distinct import distinct_histograms, distinct_nodes
from graadmeter.measure.gathered import gathered_nodes, gathering
from graadmeter.measure.histogram import alike, fold
from graadmeter.measure.lanes import Ranking
from graadmeter.measure.moments import Window, looked_at
from graadmeter.measure.narrowing import narrowed_nodes
from graadmeter.measure.plan import Plan
from graadmeter.measure.population import population_query
from graadmeter.measure.ranking import ranking_nodes, ranking_query
from graadmeter.measure.related import related_nodes
from graadmeter.measure.rows import VALUE
from graadmeter.measure.sheet import Sheet, sheets
from graadmeter.measure.spells import household_spells, household_wijk_spells, wijk_spells
from graadmeter.measure.syntax import Exp, col, every, num, select, text
from graadmeter.measure.tables import HOUSEHOLD_SPELLS, WIJK_SPELLS, Node, mask_of, periods_of


@dataclass(frozen=True, slots=True)
class Program:
    """What is run in the engine."""

    nodes: tuple[Node, ...]
    sheets: tuple[exp.Query, ...]
    """Each: rows lane, area, a, b, n: the weight of what has bitmap `a` in the area and `b` elsewhere."""
    spreads: tuple[exp.Query, ...]
    """Each: rows lane, area, waarde, periode, n."""
    compositions: Mapping[Count, exp.Query]
    """Each: rows area, woord, waarde, n: of those with many kinds."""
    few: Mapping[Count, exp.Query]
    """Each: rows area, J, P, W, een, ander, n: of those with one kind or two."""
    rankings: Mapping[Ranking, exp.Query]
    """Each: rows area, aanbieder, periode, n."""
    population: exp.Query
    """Rows gemeente, wijk, jaar, i0, i1, ..."""
    asks: tuple[exp.Query, ...]
    """The answers to what methods ask, in the order of the plan."""
    delivered: exp.Query
    """Rows tabel, gemeente, kwartaal: which raw tables were delivered, of those that may be missing."""


def compile_plan(plan: Plan, region: Region, filled: Collection[str] | None = None, *, narrow: bool = False) -> Program:
    """The program that answers a plan for a region.

    Given which model tables are `filled`, what is counted in others is left out: it is zero. With `narrow` the rows
    that can count are first put apart.
    """
    window = gathering(Window(region.first_quarter, region.last_quarter, narrow), plan.kinds)
    known = plan.tables if filled is None else filled
    own = tuple(sheet for sheet in sheets(plan, window, region.code) if sheet.kind.table in known)
    compositions = dict(enumerate(plan.compositions.items()))
    rankings = dict(enumerate(plan.rankings.items()))
    spells = list(_spells(plan, own, window))
    homes = any(node.name in {WIJK_SPELLS, HOUSEHOLD_SPELLS} for node in spells)
    nodes = [*spells]
    for sheet in own:
        nodes += distinct_nodes(sheet) if sheet.kind.thing else additive_nodes(sheet)
    masks = [mask_of(period, region) for period in periods_of(region)]
    for number, (count, levels) in compositions.items():
        nodes += composition_nodes(number, count, levels, window, masks)
    for number, (ranking, levels) in rankings.items():
        nodes += ranking_nodes(number, ranking, levels, window, region.code)
    for number, ask in enumerate(plan.asks):
        nodes += ask_nodes(number, ask, window, region.code)
    beside = beside_columns(node.query for node in nodes)
    nodes = [*(beside_nodes(beside, window) if beside else ()), *gathered_nodes(nodes, window, plan.kinds), *nodes]
    narrowed = narrowed_nodes(nodes, plan.kinds, window, homes=homes) if narrow else ()
    return Program(
        nodes=(*narrowed, *nodes),
        sheets=tuple(_figures(sheet) for sheet in own if not sheet.spread),
        spreads=tuple(_figures(sheet) for sheet in own if sheet.spread),
        compositions={
            count: many_query(number, levels, region.code, len(masks))
            for number, (count, levels) in compositions.items()
        },
        few={count: few_query(number, levels, region.code) for number, (count, levels) in compositions.items()},
        rankings={ranking: ranking_query(number, ranking) for number, (ranking, _) in rankings.items()},
        population=population_query(plan.inhabitants, window),
        asks=tuple(ask_query(number, ask, region.code) for number, ask in enumerate(plan.asks)),
        delivered=_delivered(plan.tables),
    )


def _figures(sheet: Sheet) -> exp.Query:
    parts = distinct_histograms(sheet) if sheet.kind.thing else additive_histograms(sheet)
    if not sheet.spread:
        return alike(parts, ("lane", "area"))
    return fold(parts, ("lane", "area", VALUE), mask=looked_at(sheet.kind.moment))


def _spells(plan: Plan, own: tuple[Sheet, ...], window: Window) -> Iterator[Node]:
    counts = plan.counts
    in_wijken = {sheet.kind.of for sheet in own if sheet.at(Level.WIJK)}
    if in_wijken:
        yield from wijk_spells(window)
    if any(count.of is Unit.HOUSEHOLDS for count in counts):
        yield household_spells(window)
    if Unit.HOUSEHOLDS in in_wijken:
        yield from household_wijk_spells()
    yield from related_nodes(counts, window)


def _delivered(tables: Iterable[str]) -> exp.Select:
    columns: dict[str, Exp] = {name: col(name) for name in ("tabel", "gemeente", "kwartaal")}
    raw = sorted({name for table in tables if table in SOURCES for name in SOURCES[table].raw})
    own = exp.In(this=col("tabel"), expressions=[text(name) for name in raw]) if raw else exp.false()
    return select(columns, "levering", where=every([own, col("gebruikt") > num(0)]), group=columns)
