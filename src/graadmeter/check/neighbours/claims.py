"""Neighbours made from claims: the claim of a line, the lines of a claim, and all lines on one assignment."""

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.neighbours.grouping import CREDIT, per_key, signs, with_columns
from graadmeter.check.neighbours.neighbour import Neighbour, Rows
from graadmeter.check.typed import whole

IN_TOTAL = "6"
"""WMO757: the volume is meant for the whole term of the assignment."""
_CLAIM = ["bestand", "declaratienummer"]
_CARE = ["zaak", "productcode", "periode_begin"]


def _claims(rows: Rows) -> pa.Table:
    return rows.now("declaratie").select([*_CLAIM, "periode_eind"])


def _lines_of_claim(rows: Rows) -> pa.Table:
    return per_key(signed(rows.now("prestatie")), _CLAIM, [("netto_bedrag", "sum", "bedrag")])


def _lines(rows: Rows) -> pa.Table:
    return rows.now("prestatie").select(["bestand", "referentienummer"])


def _same_care(rows: Rows) -> pa.Table:
    """Only lines with an assignment and a period that occur now: the rest can be no neighbour."""
    now, known = rows.now("prestatie"), rows.all("prestatie")
    for name in ("periode_begin", "zaak"):
        known = known.filter(pc.is_in(known[name], value_set=pc.unique(now[name])))
    return per_key(signed(known), _CARE, [("teken", "sum", "saldo")])


def _volumes(rows: Rows) -> pa.Table:
    assigned = rows.neighbour("toewijzing")
    total = assigned.filter(pc.equal(assigned["frequentie"], IN_TOTAL))
    known = rows.all("prestatie")
    chosen = known.filter(pc.is_in(known["zaak"], value_set=whole(total["zaak"])))
    return per_key(signed(chosen), ["zaak", "eenheid"], [("netto", "sum", "volume")])


def _amounts(rows: Rows) -> pa.Table:
    assigned = rows.neighbour("toewijzing")
    known = rows.all("prestatie")
    paid = assigned.filter(pc.is_valid(assigned["budget"]))
    chosen = known.filter(pc.is_in(known["zaak"], value_set=whole(paid["zaak"])))
    return per_key(signed(chosen), ["zaak"], [("netto_bedrag", "sum", "bedrag")])


def signed(lines: pa.Table) -> pa.Table:
    """The lines with `teken` (1 or -1) and volume and amount with that sign: `netto`, `netto_bedrag`."""
    sign = signs(lines["debet_credit"], CREDIT)
    return with_columns(
        lines,
        teken=sign,
        netto=pc.multiply(lines["volume"], sign),
        netto_bedrag=pc.multiply(lines["bedrag"], sign),
    )


CLAIM = Neighbour(
    "declaratie",
    "the claim the line stands in",
    tuple(_CLAIM),
    _claims,
    {"periode_eind": "last day of the claim period"},
)
LINES = Neighbour(
    "regels",
    "the lines of the claim together",
    tuple(_CLAIM),
    _lines_of_claim,
    {"bedrag": "sum in eurocents, credit subtracted"},
)
TAKEN_BACK = Neighbour(
    "teruggedraaid",
    "the line of the same message that the row takes back",
    ("bestand", "vorig_referentienummer"),
    _lines,
    {"referentienummer": "its reference number"},
)
SAME_CARE = Neighbour(
    "zorg",
    "all lines for the same assignment, product and period, in this delivery and earlier ones",
    tuple(_CARE),
    _same_care,
    {"saldo": "debit lines minus credit lines"},
)
VOLUME = Neighbour(
    "gedeclareerd",
    "everything claimed in the row's unit on its assignment, when that has a total volume (frequency 6)",
    ("zaak", "eenheid"),
    _volumes,
    {"volume": "sum, credit subtracted"},
)
COSTS = Neighbour(
    "kosten",
    "everything claimed on the row's assignment, when that has a budget",
    ("zaak",),
    _amounts,
    {"bedrag": "sum in eurocents, credit subtracted"},
)
