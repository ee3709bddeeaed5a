"""The whole plan as query texts: the tables to make, in order, and the questions to ask of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlglot import exp

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count, Unit
from graadmeter.domain.region import Region
from graadmeter.domain.sources import SOURCES
from graadmeter.measure.additive import additive_histograms, additive_nodes
from graadmeter.measure.asking import answered_from, ask_nodes, ask_query
from graadmeter.measure.beside import beside_node
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
from graadmeter.measure.shared import shared_nodes, sharing
from graadmeter.measure.sheet import Sheet, sheets
from graadmeter.measure.spells import household_spells, household_wijk_spells, wijk_spells
from graadmeter.measure.syntax import Exp, col, every, num, select, stacked, text
from graadmeter.measure.tables import BESIDE, HOUSEHOLD_SPELLS, WIJK_SPELLS, Node, mask_of, periods_of
from graadmeter.measure.used import columns_used, united


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


def compile_plan(
    plan: Plan, region: Region, filled: Collection[str] | None = None, *, narrow: bool = False, share: bool = True
) -> Program:
    """The program that answers a plan for a region.

    Given which model tables are `filled`, what is counted in others is left out: it is zero. With `narrow` the rows
    that can count are first put apart; with `share` those that count by one rule are, where many things look at them.
    """
    window = gathering(Window(region.first_quarter, region.last_quarter, narrow), plan.kinds)
    window = sharing(window, plan) if share else window
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
    asks = answered_from(plan.asks)
    for ask, found in asks.items():
        nodes += ask_nodes(found, ask, window, region.code)
    nodes = list({node.name: node for node in nodes}.values())
    return Program(
        nodes=(*_made_before(nodes, plan, window, homes=homes), *nodes),
        sheets=tuple(_figures(sheet) for sheet in own if not sheet.spread),
        spreads=tuple(_figures(sheet) for sheet in own if sheet.spread),
        compositions={
            count: many_query(number, levels, region.code, len(masks))
            for number, (count, levels) in compositions.items()
        },
        few={count: few_query(number, levels, region.code) for number, (count, levels) in compositions.items()},
        rankings={ranking: ranking_query(number, ranking) for number, (ranking, _) in rankings.items()},
        population=population_query(plan.inhabitants, window),
        asks=tuple(ask_query(found, ask, region.code) for ask, found in asks.items()),
        delivered=deliveries(plan.tables),
    )


def _figures(sheet: Sheet) -> exp.Query:
    parts = distinct_histograms(sheet) if sheet.kind.thing else additive_histograms(sheet)
    if not sheet.spread:
        return alike(parts, ("lane", "area"))
    return fold(parts, ("lane", "area", VALUE), mask=looked_at(sheet.kind.moment))


def _made_before(nodes: Iterable[Node], plan: Plan, window: Window, *, homes: bool) -> Iterator[Node]:
    """The tables of rows that the nodes are made from, in the order in which they are made."""
    used = columns_used(nodes)
    made = [
        *related_nodes(plan.counts, window),
        *gathered_nodes(used, window, plan.kinds),
        *shared_nodes(used, window, plan.kinds),
    ]
    made += [beside_node(moment, used[table], window) for moment, table in BESIDE.items() if table in used]
    if window.narrow:
        yield from narrowed_nodes(united(used, columns_used(made)), plan.kinds, window, homes=homes)
    yield from made


def _spells(plan: Plan, own: tuple[Sheet, ...], window: Window) -> Iterator[Node]:
    counts = plan.counts
    in_wijken = {sheet.kind.of for sheet in own if sheet.at(Level.WIJK)}
    if in_wijken:
        yield from wijk_spells(window)
    if any(count.of is Unit.HOUSEHOLDS for count in counts):
        yield household_spells(window)
    if Unit.HOUSEHOLDS in in_wijken:
        yield from household_wijk_spells()


def deliveries(tables: Iterable[str]) -> exp.Query:
    """Rows tabel, gemeente, kwartaal: by whom and when that was delivered which these model tables come from."""
    columns: dict[str, Exp] = {name: col(name) for name in ("tabel", "gemeente", "kwartaal")}
    asked = {table: SOURCES[table] for table in tables if table in SOURCES}
    raw = sorted({name for source in asked.values() if not source.by_rows for name in source.raw})
    own = exp.In(this=col("tabel"), expressions=[text(name) for name in raw]) if raw else exp.false()
    told = select(columns, "levering", where=every([own, col("gebruikt") > num(0)]), group=columns)
    by_rows = sorted(table for table, source in asked.items() if source.by_rows)
    keys = {name: columns[name] for name in ("gemeente", "kwartaal")}
    return stacked([told, *(select({"tabel": text(table), **keys}, table, group=keys) for table in by_rows)])
