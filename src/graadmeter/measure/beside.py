"""Trajectories beside another one of the person (another act, residence), with the quarters in which both run."""

from collections.abc import Collection

from graadmeter.domain.indicators import Moment
from graadmeter.domain.model import TRAJECT
from graadmeter.measure.moments import SHARED, Window
from graadmeter.measure.syntax import Exp, col, joined, num, same, select, source
from graadmeter.measure.tables import BESIDE, PAIRED, Node


def beside_node(moment: Moment, columns: Collection[str], window: Window) -> Node:
    """The table of the moment, with these columns of `traject` and a bitmap of the quarters of the window."""
    bitmap = SHARED[moment]
    kept: dict[str, Exp] = {name: col(name, "t") for name in TRAJECT.names if name in columns}
    rows = select({**kept, bitmap: col(bitmap, "p")}, source(window.rows_of("traject"), "t"))
    shared = joined(rows, PAIRED, "p", same(("traject",), "p", "t"))
    return Node(BESIDE[moment], shared.where(col(bitmap, "p").neq(num(0)), copy=False))
