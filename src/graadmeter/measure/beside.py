"""Trajectories beside one of the person under another act, with the quarters that have a day on which both run."""

from collections.abc import Collection

from graadmeter.domain.model import TRAJECT
from graadmeter.measure.moments import SHARED, Window
from graadmeter.measure.syntax import Exp, col, joined, num, same, select, source
from graadmeter.measure.tables import BESIDE, PAIRED, Node


def beside_node(columns: Collection[str], window: Window) -> Node:
    """The table with these columns of `traject` and `samen`, a bitmap of the quarters of the window."""
    kept: dict[str, Exp] = {name: col(name, "t") for name in TRAJECT.names if name in columns}
    rows = select({**kept, SHARED: col(SHARED, "p")}, source(window.rows_of("traject"), "t"))
    shared = joined(rows, PAIRED, "p", same(("traject",), "p", "t"))
    return Node(BESIDE, shared.where(col(SHARED, "p").neq(num(0)), copy=False))
