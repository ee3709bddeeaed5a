"""Neighbours made from claims: the claim of a line, the lines of a claim, and all lines on one assignment."""

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.neighbours.grouping import CREDIT, per_key, signs, with_columns
from graadmeter.check.neighbours.neighbour import Neighbour, Rows

_CLAIM = ["bestand", "declaratienummer"]
_CARE = ["zaak", "productcode", "periode_begin"]


def _claims(rows: Rows) -> pa.Table:
    return rows.now("declaratie").select([*_CLAIM, "periode_eind"])


def _lines_of_claim(rows: Rows) -> pa.Table:
    return per_key(_signed(rows.now("prestatie")), _CLAIM, [("netto_bedrag", "sum", "bedrag")])


def _lines(rows: Rows) -> pa.Table:
    return rows.now("prestatie").select(["bestand", "referentienummer"])


def _same_care(rows: Rows) -> pa.Table:
    return per_key(_signed(rows.all("prestatie")), _CARE, [("teken", "sum", "saldo")])


def _volumes(rows: Rows) -> pa.Table:
    return per_key(_signed(rows.all("prestatie")), ["zaak", "eenheid"], [("netto", "sum", "volume")])


def _amounts(rows: Rows) -> pa.Table:
    return per_key(_signed(rows.all("prestatie")), ["zaak"], [("netto_bedrag", "sum", "bedrag")])


def _signed(lines: pa.Table) -> pa.Table:
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
    "everything claimed on the row's assignment in the row's unit",
    ("zaak", "eenheid"),
    _volumes,
    {"volume": "sum, credit subtracted"},
)
COSTS = Neighbour(
    "kosten",
    "everything claimed on the row's assignment",
    ("zaak",),
    _amounts,
    {"bedrag": "sum in eurocents, credit subtracted"},
)
