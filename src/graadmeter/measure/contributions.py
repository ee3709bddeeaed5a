"""How much the largest contributors add to every amount of money: asked only when a policy looks at it.

Stands beside the measured cells: nothing here is counted when no rule asks for it. Providers are few and come as they
are, so that their holdings can be put together; of clients only the largest three leave the engine.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from sqlglot import exp

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.contributions import CONTRIBUTIONS, fixed_text
from graadmeter.domain.disclosure_rules import Contributor
from graadmeter.domain.holdings import Ownership
from graadmeter.domain.indicators import METHOD_DIMENSIONS, Indicator, Measure, Unit
from graadmeter.domain.region import Region
from graadmeter.domain.sources import has_column
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.port import Engine
from graadmeter.measure.asking import ask_nodes, ask_query
from graadmeter.measure.contribution_parts import LARGEST, Largest, largest_parts, parts_in
from graadmeter.measure.lanes import Lane
from graadmeter.measure.making import made
from graadmeter.measure.methods.interface import Ask, Form
from graadmeter.measure.moments import Window
from graadmeter.measure.places import Places
from graadmeter.measure.portable import create, drop, render
from graadmeter.measure.syntax import Exp, col, num, select, sub, total
from graadmeter.measure.tables import AREAS, PERIODS, area_table, period_table

_COLUMNS = {Contributor.PROVIDER: "aanbieder", Contributor.HOLDING: "aanbieder", Contributor.CLIENT: "persoon"}
_KEYS = 8
"""How many columns tell rows apart."""
_FIRST = 900
"""Numbers of the tables made here, past those of the questions of methods."""


def contributions(
    engine: Engine,
    indicators: Mapping[str, Indicator],
    region: Region,
    kinds: Collection[Contributor],
    owned: Iterable[Ownership] = (),
) -> pa.Table:
    """The largest contributors of these kinds to every amount, in the shape CONTRIBUTIONS, sorted.

    `engine` knows the model tables, as for `measure.run.measure`, and is left as it was found; without `kinds` it is
    asked nothing. `owned` says which providers have one owner, on the last day of a period.
    """
    empty = schema_of(CONTRIBUTIONS).empty_table()
    if not kinds:
        return empty
    places, rows = Places(region), []
    lines = _lines(indicators.values())
    engine.register(PERIODS, period_table(region))
    engine.register(AREAS, area_table(region))
    try:
        for by in sorted({_COLUMNS[kind] for kind in kinds}):
            wanted = [kind for kind in Contributor if kind in kinds and _COLUMNS[kind] == by]
            for number, lane in enumerate(lane for lane in lines if has_column(lane.count.table, by)):
                answer = _asked(engine, Ask(lane, Form.PERIODS, (by,)), region, number, largest=by == "persoon")
                for kind in wanted:
                    found = largest_parts(parts_in(answer, by, places, owned if kind is Contributor.HOLDING else None))
                    rows += [_rows(found, line, kind, places) for line in lines[lane]]
    finally:
        engine.unregister(PERIODS)
        engine.unregister(AREAS)
    keys = [(name, "ascending") for name in CONTRIBUTIONS.names[:_KEYS]]
    return pa.concat_tables([empty, *rows]).sort_by(keys).combine_chunks()


@dataclass(frozen=True, slots=True)
class _Line:
    """A figure that an amount is in."""

    indicator: str
    unit: str
    fixed: str
    dimension: str
    member: str


def _lines(indicators: Iterable[Indicator]) -> dict[Lane, list[_Line]]:
    """Every amount that is counted, with the figures it is in, or under."""
    found: dict[Lane, dict[_Line, None]] = {}
    for indicator in indicators:
        for measure in (one for one in indicator.measures if one.count.of is Unit.EURO):
            for dimension, member in _slices(measure):
                lane = Lane(measure.count, dimension, member)
                about = (indicator.id, measure.unit.value, fixed_text(measure.fixed))
                line = _Line(*about, dimension or TOTAL, member or TOTAL)
                found.setdefault(lane, {})[line] = None
    return {lane: list(lines) for lane, lines in found.items()}


def _slices(measure: Measure) -> Iterator[tuple[str, str]]:
    """The total, and the members of breakdowns that rows can tell apart."""
    yield "", ""
    for dimension in measure.breakdowns:
        if dimension not in METHOD_DIMENSIONS:
            yield from ((dimension, member) for member in measure.members.get(dimension, ()))


def _asked(engine: Engine, ask: Ask, region: Region, number: int, *, largest: bool) -> pa.Table:
    """Rows area, the contributor, periode, n; with `largest` only the largest three of each, and all others as NULL."""
    window, place = Window(region.first_quarter, region.last_quarter), _FIRST + number
    nodes = list(ask_nodes(place, ask, window, region.code))
    query = ask_query(place, ask, region.code)
    makes = [(create(node.name, node.query, engine.dialect), drop(node.name, engine.dialect)) for node in nodes]
    with made(engine, {}, makes):
        return engine.query(render(_only_largest(query, ask.by[0]) if largest else query, engine.dialect))


def _only_largest(query: exp.Query, by: str) -> exp.Query:
    """Rows area, periode, plaats, n, grootte: the three largest apart, the others of each cell together as a fourth."""
    size = exp.Abs(this=col("n"))
    order = exp.Order(expressions=[exp.Ordered(this=size, desc=True, nulls_first=False), exp.Ordered(this=col(by))])
    rank = exp.Window(this=exp.RowNumber(), partition_by=[col("area"), col("periode")], order=order)
    capped: Exp = exp.Least(this=col("rang"), expressions=[num(LARGEST + 1)])
    ranked = select({"area": col("area"), "periode": col("periode"), "n": col("n"), "rang": rank}, sub(query, "q"))
    named = {"area": col("area"), "periode": col("periode"), "n": col("n"), "plaats": capped}
    keys: dict[str, Exp] = {"area": col("area"), "periode": col("periode"), "plaats": col("plaats")}
    sums: dict[str, Exp] = {"n": total(col("n")), "grootte": total(exp.Abs(this=col("n")))}
    return select({**keys, **sums}, sub(select(named, sub(ranked, "r")), "s"), group=keys)


def _rows(found: Largest, line: _Line, kind: Contributor, places: Places) -> pa.Table:
    """The rows of one figure in the shape CONTRIBUTIONS."""
    area, period = np.divmod(found.cell, places.shape[1])
    size = len(found.cell)
    keys = (line.indicator, line.unit, line.fixed, line.dimension, line.member)
    columns = [
        *(pa.array([key] * size, pa.string()) for key in keys),
        pa.array([places.areas[number].code for number in area], pa.string()),
        pa.array([places.periods[number].code for number in period], pa.string()),
        pa.array([kind.value] * size, pa.string()),
        *(pa.array(numbers, pa.int64()) for numbers in (found.amount, found.whole, *found.largest)),
        pa.array(found.leader, pa.string()),
    ]
    return pa.table(columns, schema=schema_of(CONTRIBUTIONS))
