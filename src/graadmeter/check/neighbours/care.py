"""Neighbours made from starts and stops of care, in this delivery and earlier ones.

A report counts 1 and its withdrawal -1; their sum, `saldo`, is above zero while the report stands.
"""

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.lookup import chosen, matches
from graadmeter.check.neighbours.grouping import TEMPORARY, WITHDRAWN, per_key, signs, with_columns
from graadmeter.check.neighbours.neighbour import Neighbour, Rows
from graadmeter.check.typed import whole

_KEY = ["zaak", "begindatum"]
_STOP_KEY = [*_KEY, "reden_beeindiging"]


def _reports(rows: pa.Table) -> pa.Table:
    sign = signs(rows["status_aanlevering"], WITHDRAWN)
    return with_columns(rows, teken=sign, melding=pc.max_element_wise(sign, pa.scalar(0, pa.int64())))


def _starts(rows: Rows) -> pa.Table:
    known = _reports(rows.all("start"))
    before = pa.array([True] * rows.earlier("start").num_rows + [False] * rows.now("start").num_rows, pa.bool_())
    earlier = pc.if_else(before, known["teken"], pa.scalar(0, pa.int64()))
    totals = [("melding", "sum", "gemeld"), ("teken", "sum", "saldo"), ("eerder", "sum", "eerder")]
    return per_key(with_columns(known, eerder=earlier), _KEY, totals)


def _starts_of_number(rows: Rows) -> pa.Table:
    starts, stops = rows.neighbour("start"), rows.neighbour("stop")
    standing = pc.greater(starts["saldo"], 0)
    ended = matches([whole(starts[name]) for name in _KEY], [whole(stops[name]) for name in _KEY])
    stopped = pc.greater(chosen(stops["gemeld"], ended), 0).fill_null(False)  # noqa: FBT003 - by position
    open_since = pc.if_else(pc.and_(standing, pc.invert(stopped)), starts["begindatum"], pa.scalar(None, pa.date32()))
    marked = with_columns(starts, actief=standing.cast(pa.int64()), open_begin=open_since)
    totals = [("gemeld", "sum", "gemeld"), ("actief", "sum", "actief"), ("open_begin", "min", "open_begin")]
    return per_key(marked, _KEY[:1], totals)


def _reasons(rows: Rows) -> pa.Table:
    known = _reports(rows.all("stop"))
    totals = [("melding", "sum", "gemeld"), ("teken", "sum", "saldo"), ("einddatum", "max", "einddatum")]
    return per_key(known, _STOP_KEY, totals)


def _stops(rows: Rows) -> pa.Table:
    reasons = rows.neighbour("stopreden")
    standing = pc.greater(reasons["saldo"], 0)
    temporary = pc.equal(reasons["reden_beeindiging"], TEMPORARY)
    final = pc.and_(standing, pc.invert(temporary)).cast(pa.int64())
    pause = pc.if_else(pc.and_(standing, temporary), reasons["einddatum"], pa.scalar(None, pa.date32()))
    marked = with_columns(reasons, definitief=final, pauze=pause)
    totals = [
        ("gemeld", "sum", "gemeld"),
        ("saldo", "sum", "saldo"),
        ("definitief", "sum", "definitief"),
        ("pauze", "max", "pauze"),
    ]
    return per_key(marked, _KEY, totals)


START = Neighbour(
    "start",
    "all reports of the start with the row's assignment number and start date",
    tuple(_KEY),
    _starts,
    {
        "gemeld": "how often it was reported",
        "saldo": "reports minus withdrawals",
        "eerder": "the same in earlier deliveries only",
    },
)
STARTS = Neighbour(
    "starts",
    "all starts on the row's assignment",
    ("zaak",),
    _starts_of_number,
    {
        "gemeld": "how often a start was reported",
        "actief": "how many different starts stand",
        "open_begin": "date of the earliest start that stands and was never stopped",
    },
)
STOP = Neighbour(
    "stop",
    "all reports of a stop of the care that began on the row's start date",
    tuple(_KEY),
    _stops,
    {
        "gemeld": "how often one was reported",
        "saldo": "reports minus withdrawals",
        "definitief": "how many final end reasons stand",
        "pauze": "last day before the latest temporary stop that stands",
    },
)
STOP_REASON = Neighbour(
    "stopreden",
    "all reports of the stop with the row's start date and end reason",
    tuple(_STOP_KEY),
    _reasons,
    {"gemeld": "how often it was reported", "saldo": "reports minus withdrawals"},
)
