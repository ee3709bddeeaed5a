"""Where persons and households are in which quarters, as bitmaps: `hier` in this wijk, `elders` in another known one.

In a period somebody counts in the wijk of the latest quarter, among the quarters of the period in which it is present
and its wijk is known. Two bitmaps without common bits tell this by comparing their highest bit, so as plain numbers:
`mask & hier & period > mask & elders & period`.
"""

from sqlglot import exp

from graadmeter.domain.areas import Level
from graadmeter.measure.moments import Window
from graadmeter.measure.syntax import Exp, big, bit_or, col, every, select, sub, text
from graadmeter.measure.tables import AREAS, HOUSEHOLD_SPELLS, HOUSEHOLD_WIJK_SPELLS, WIJK_SPELLS, Node


def wijk_spells(window: Window) -> Node:
    """persoon, gemeente, wijk, hier, elders."""
    return Node(WIJK_SPELLS, _with_elsewhere(_known_wijken(window, "persoon"), "persoon"))


def household_wijk_spells(window: Window) -> Node:
    """huishouden, gemeente, wijk, hier, elders; a household with members in two wijken is in the first by code."""
    once = select(
        {
            "gemeente": col("gemeente"),
            "huishouden": col("huishouden"),
            "kwartaal": col("kwartaal"),
            "wijk": exp.Min(this=col("wijk")),
        },
        sub(_rows_of_wijken("huishouden"), "r"),
        where=_is_known("huishouden"),
        group=("gemeente", "huishouden", "kwartaal"),
    )
    return Node(HOUSEHOLD_WIJK_SPELLS, _with_elsewhere(_masks(once, window, "huishouden", "wijk"), "huishouden"))


def household_spells(window: Window) -> Node:
    """persoon, gemeente, huishouden, hier: the quarters in which a person belongs to a household."""
    rows = select(
        {name: col(name) for name in ("gemeente", "persoon", "huishouden", "kwartaal")},
        "woonsituatie",
        where=_is_known("huishouden"),
    )
    return Node(HOUSEHOLD_SPELLS, _masks(rows, window, "persoon", "huishouden"))


def _is_known(name: str) -> Exp:
    return exp.not_(exp.Is(this=col(name), expression=exp.null()))


def _rows_of_wijken(unit: str) -> exp.Select:
    columns = {name: col(name, "w") for name in ("gemeente", unit, "kwartaal", "wijk")}
    own = every(
        [
            col("code", "g").eq(col("wijk", "w")),
            col("parent", "g").eq(col("gemeente", "w")),
            col("level", "g").eq(text(Level.WIJK.value)),
        ]
    )
    return select(columns, exp.to_table("woonsituatie").as_("w")).join(exp.to_table(AREAS).as_("g"), on=own)


def _known_wijken(window: Window, unit: str) -> exp.Select:
    return _masks(_rows_of_wijken(unit), window, unit, "wijk")


def _masks(rows: exp.Query, window: Window, unit: str, place: str) -> exp.Select:
    columns = {
        "gemeente": col("gemeente"),
        unit: col(unit),
        place: col(place),
        "hier": bit_or(window.bit(col("kwartaal"))),
    }
    return select(columns, sub(rows, "r"), group=("gemeente", unit, place))


def _with_elsewhere(masks: exp.Query, unit: str) -> exp.Select:
    everywhere = exp.Window(this=exp.Sum(this=col("hier")), partition_by=[col("gemeente"), col(unit)])
    columns = {
        **{name: col(name) for name in ("gemeente", unit, "wijk", "hier")},
        "elders": big(everywhere) - col("hier"),
    }
    return select(columns, sub(masks, "m"))
