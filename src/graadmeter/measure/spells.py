"""Where persons and households are in which quarters, as bitmaps: `hier` in this wijk, `elders` in another known one.

In a period somebody counts in the wijk of the latest quarter, among the quarters of the period in which it is present
and its wijk is known. Two bitmaps without common bits tell this by comparing their highest bit, so as plain numbers:
`mask & hier & period > mask & elders & period`.
"""

from collections.abc import Iterator

from sqlglot import exp

from graadmeter.domain.areas import Level
from graadmeter.measure.moments import Window
from graadmeter.measure.syntax import (
    Exp,
    big,
    bit_or,
    both,
    coalesce,
    col,
    every,
    joined,
    known,
    num,
    rows,
    same,
    select,
    source,
    stacked,
    sub,
    text,
    unknown,
)
from graadmeter.measure.tables import AREAS, HOUSEHOLD_SPELLS, HOUSEHOLD_WIJK_SPELLS, WIJK_SPELLS, Node


def wijk_spells(window: Window) -> Iterator[Node]:
    """persoon, gemeente, wijk, hier, elders; who is listed twice in a quarter is in the first wijk by code."""
    return _placed(WIJK_SPELLS, _masks(_rows_of_wijken(window), window, "persoon", "wijk"), "persoon")


def household_wijk_spells() -> Iterator[Node]:
    """huishouden, gemeente, wijk, hier, elders; a household with members in two wijken is in the first by code.

    Needs the spells of persons in wijken and in households.
    """
    shared = both(col("hier", "w"), col("hier", "h"))
    keys: dict[str, Exp] = {
        "gemeente": col("gemeente", "h"),
        "huishouden": col("huishouden", "h"),
        "wijk": col("wijk", "w"),
    }
    members = select(
        {**keys, "hier": bit_or(shared)}, source(HOUSEHOLD_SPELLS, "h"), where=shared.neq(num(0)), group=keys
    )
    masks = joined(members, WIJK_SPELLS, "w", same(("gemeente", "persoon"), "w", "h"))
    return _placed(HOUSEHOLD_WIJK_SPELLS, masks, "huishouden")


def household_spells(window: Window) -> Node:
    """persoon, gemeente, huishouden, hier: the quarters in which a person belongs to a household."""
    found = select(
        {name: col(name) for name in ("gemeente", "persoon", "huishouden", "kwartaal")},
        window.rows_of("woonsituatie"),
        where=every([known(col("huishouden")), window.holds(col("kwartaal"))]),
    )
    return Node(HOUSEHOLD_SPELLS, _masks(found, window, "persoon", "huishouden"))


def _rows_of_wijken(window: Window) -> exp.Select:
    columns = {name: col(name, "w") for name in ("gemeente", "persoon", "kwartaal", "wijk")}
    own = every(
        [
            col("code", "g").eq(col("wijk", "w")),
            col("parent", "g").eq(col("gemeente", "w")),
            col("level", "g").eq(text(Level.WIJK.value)),
        ]
    )
    found = select(columns, source(window.rows_of("woonsituatie"), "w"), where=window.holds(col("kwartaal", "w")))
    return joined(found, AREAS, "g", own)


def _masks(found: exp.Query, window: Window, unit: str, place: str) -> exp.Select:
    columns = {
        "gemeente": col("gemeente"),
        unit: col(unit),
        place: col(place),
        "hier": bit_or(window.bit(col("kwartaal"))),
    }
    return select(columns, sub(found, "r"), group=("gemeente", unit, place))


def _placed(name: str, masks: exp.Query, unit: str) -> Iterator[Node]:
    """Rows gemeente, unit, wijk, hier and `elders`; a quarter in two wijken is left to the first by code.

    Most are in one wijk; only of the others must be found out where else they are.
    """
    own, several, place = f"{name}_rij", f"{name}_meer", ("gemeente", unit)
    yield Node(own, masks)
    again = select({key: col(key) for key in place}, own, group=place)
    yield Node(several, again.having(rows() > num(1), copy=False))
    columns: dict[str, Exp] = {key: col(key, "m") for key in (*place, "wijk", "hier")}
    on = same(place, "s", "m")
    in_one = select({**columns, "elders": big(num(0))}, source(own, "m"), where=unknown(col("gemeente", "s")))
    in_more = joined(select(columns, source(own, "m")), several, "s", on)
    yield Node(name, stacked([joined(in_one, several, "s", on, left=True), _apart(in_more, unit)]))


def _apart(masks: exp.Query, unit: str) -> exp.Select:
    """The rows of who is in several wijken, each quarter in one of them."""
    keys: dict[str, Exp] = {name: col(name) for name in ("gemeente", unit, "wijk")}
    once = select({**keys, "hier": col("hier") - both(col("hier"), _of_wijken_before(unit))}, sub(masks, "m"))
    everywhere = exp.Window(this=exp.Sum(this=col("hier")), partition_by=[col("gemeente"), col(unit)])
    return select({**keys, "hier": col("hier"), "elders": big(everywhere) - col("hier")}, sub(once, "o"))


def _of_wijken_before(unit: str) -> Exp:
    """The quarters in which a person or household is also in a wijk with a lower code."""
    frame = exp.WindowSpec(kind="ROWS", start="UNBOUNDED", start_side="PRECEDING", end="1", end_side="PRECEDING")
    before = exp.Window(
        this=exp.BitwiseOrAgg(this=col("hier")),
        partition_by=[col("gemeente"), col(unit)],
        order=exp.Order(expressions=[exp.Ordered(this=col("wijk"), nulls_first=False)]),
        spec=frame,
    )
    return coalesce(before, num(0))
