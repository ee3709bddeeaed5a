"""Trajectories beside one of the person under another act, with the quarters that have a day on which both run."""

from collections.abc import Iterable, Iterator

from sqlglot import exp

from graadmeter.measure.moments import SHARED, Window
from graadmeter.measure.related import share_a_day
from graadmeter.measure.syntax import bit_or, col, every, greatest, joined, least, same, select, source
from graadmeter.measure.tables import BESIDE, PREFIX, Node

_QUARTERS = PREFIX + "naast_wet_kw"


def beside_nodes(columns: Iterable[str], window: Window) -> Iterator[Node]:
    """The table with these columns of `traject` and `samen`, a bitmap of the quarters of the window."""
    own = window.rows_of("traject")
    ends = least(col("kw_einde", "t"), col("kw_einde", "u"))
    together = window.span(greatest(col("kw_begin", "t"), col("kw_begin", "u")), ends)
    key = {"traject": col("traject", "t")}
    pairs = select({**key, SHARED: bit_or(together)}, source(own, "t"))
    on = every([same(("persoon",), "u", "t"), col("wet", "u").neq(col("wet", "t")), *share_a_day()])
    yield Node(_QUARTERS, joined(pairs, own, "u", on).group_by(*key.values(), copy=False))
    kept = {name: col(name, "t") for name in columns}
    rows = select({**kept, SHARED: col(SHARED, "q")}, source(own, "t"))
    yield Node(BESIDE, joined(rows, _QUARTERS, "q", same(("traject",), "q", "t")))


def beside_columns(queries: Iterable[exp.Query]) -> tuple[str, ...]:
    """The columns that these look at in the table, in name order; none when none looks at it."""
    places = (place for query in queries for place in query.find_all(exp.Table) if place.name == BESIDE)
    around = [place.parent_select for place in places]
    names = {column.name for one in around if one for item in one.expressions for column in item.find_all(exp.Column)}
    return tuple(sorted((names | {"gemeente"}) - {SHARED} if around else ()))
