"""Neighbours that tell of an assignment as a whole: when its care ended, and whether it was claimed."""

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.lookup import chosen
from graadmeter.check.neighbours.care import STARTS
from graadmeter.check.neighbours.claims import signed
from graadmeter.check.neighbours.grouping import TEMPORARY, per_key, with_columns
from graadmeter.check.neighbours.matching import positions_of
from graadmeter.check.neighbours.neighbour import Neighbour, Rows

_REMOVED = "13"
"""RedenWijziging of an assignment that never existed."""


def _endings(rows: Rows) -> pa.Table:
    """Only of assignments without a start that still runs."""
    stops = rows.neighbour("stopreden")
    final = pc.and_(pc.greater(stops["saldo"], 0), pc.not_equal(stops["reden_beeindiging"], TEMPORARY))
    ended = per_key(stops.filter(final), ["zaak"], [("einddatum", "max", "laatste")])
    starts = rows.neighbour("starts")
    running = chosen(starts["open_begin"], positions_of(STARTS, ended, starts))
    day = pc.if_else(pc.is_null(running), ended["laatste"], pa.scalar(None, pa.date32()))
    return with_columns(ended, einddatum=day)


def _claimed(rows: Rows) -> pa.Table:
    """Only of assignments that this delivery removes."""
    now = rows.now("toewijzing")
    removed = now.filter(pc.equal(now["reden_wijziging"], _REMOVED))
    known = rows.all("prestatie")
    lines = known.filter(pc.is_in(known["zaak"], value_set=pc.unique(removed["zaak"])))
    return per_key(signed(lines), ["zaak"], [("teken", "sum", "saldo")])


ENDING = Neighbour(
    "einde",
    "the end of care on the row's assignment, when every start on it has ended for good",
    ("zaak",),
    _endings,
    {"einddatum": "last day, empty while a start is open"},
)
CLAIMED = Neighbour(
    "gedeclareerde",
    "all claim lines on the row's assignment, when this delivery removes it",
    ("zaak",),
    _claimed,
    {"saldo": "debit lines minus credit lines"},
)
