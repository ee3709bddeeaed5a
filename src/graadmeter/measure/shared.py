"""Trajectories that count by one rule, with their bitmap: worked out once for everything that is counted of them.

Half of what is counted is youth help on days before the 18th birthday. The statements that read these rows take 1.0
processor second with the table where they took 1.9, of a year of 2 million trajectories; of 333 thousand in seven years
0.7 and 1.0.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graadmeter.domain.sources import COUNTABLE
from graadmeter.measure.lanes import Kind, kind_of
from graadmeter.measure.moments import Window, presence_of, present_table
from graadmeter.measure.plan import Plan
from graadmeter.measure.rows import in_region
from graadmeter.measure.syntax import Exp, col, known, select, sub
from graadmeter.measure.tables import Node
from graadmeter.measure.used import Used

_ENOUGH = 3
"""How often the rows must be read for a table of them to be less work."""


def sharing(window: Window, plan: Plan) -> Window:
    """The window that takes rows from such tables, where the plan makes that less work."""
    uses = Counter(present_table(kind) for kind in _reads(plan) if _may_share(kind))
    return replace(window, present=frozenset(name for name, often in uses.items() if often >= _ENOUGH))


def shared_nodes(used: Used, window: Window, kinds: Iterable[Kind]) -> Iterator[Node]:
    """The tables that are used, with the columns that are looked at in them."""
    rules = {present_table(kind): kind for kind in kinds if _may_share(kind)}
    for name, kind in rules.items():
        if name not in window.present or name not in used:
            continue
        columns: dict[str, Exp] = {one: col(one) for one in COUNTABLE[kind.table].names if one in used[name]}
        mask = {"mask": presence_of(window, kind)}
        rows = select({**columns, **mask}, window.rows_of(kind.table), where=in_region())
        kept: dict[str, Exp] = {one: col(one) for one in (*columns, *mask)}
        yield Node(name, select(kept, sub(rows, "t"), where=known(col("mask"))))


def _reads(plan: Plan) -> Iterator[Kind]:
    """The kind of the rows of every pass over them."""
    yield from {kind_of(lane.count) for lane in plan.plain}
    yield from {kind_of(lane.count) for lane in plan.spreads}
    for count in (*plan.compositions, *(ranking.count for ranking in plan.rankings)):
        yield kind_of(count)
    for lane, _ in dict.fromkeys((ask.lane, ask.by) for ask in plan.asks):
        yield kind_of(lane.count)


def _may_share(kind: Kind) -> bool:
    return kind.moment.of_trajectories and not kind.moment.is_beside
