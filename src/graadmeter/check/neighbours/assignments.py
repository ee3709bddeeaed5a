"""Neighbours made from assignments, requests and the product catalogue."""

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.latest import latest_versions
from graadmeter.check.neighbours.grouping import per_key
from graadmeter.check.neighbours.neighbour import Neighbour, Rows
from graadmeter.check.products import product_rows

_REFERENCE = ["domein", "aanbieder", "referentie"]


def _latest(rows: Rows) -> pa.Table:
    """Earlier rows are one per assignment already; only those that occur now are weighed against the versions now."""
    known = rows.all("toewijzing")
    again = pc.is_in(known["zaak"], value_set=pc.unique(rows.now("toewijzing")["zaak"]))
    latest = pa.concat_tables([known.filter(pc.invert(again)), latest_versions(known.filter(again))])
    return latest.select(["zaak", *(name for name in latest.column_names if name != "zaak")])


def _products(rows: Rows) -> pa.Table:
    return product_rows(rows.context.products, rows.context.gemeente)


def _requests(rows: Rows) -> pa.Table:
    return rows.now("verzoek").select([*_REFERENCE, "dagtekening", "productcode", "bsn"])


def _answers(rows: Rows) -> pa.Table:
    return rows.now("toewijzing").select([*_REFERENCE, "toewijzingsdatum"])


def _replies(rows: Rows) -> pa.Table:
    return rows.now("antwoord").select([*_REFERENCE, "dagtekening"])


def _assigned_to(rows: Rows) -> pa.Table:
    return rows.now("toewijzing").select(["zaak", "bsn"])


def _clients(rows: Rows) -> pa.Table:
    return per_key(rows.now("toewijzing"), ["bsn"], [("geboortedatum", "min", "geboortedatum")])


ASSIGNMENT = Neighbour(
    "toewijzing",
    "the latest version of the assignment with the row's number, in this delivery or an earlier one",
    ("zaak",),
    _latest,
    {
        "nummer": "assignment number",
        "aanbieder": "AGB code",
        "categorie": "product category",
        "productcode": "product code",
        "ingangsdatum": "first day",
        "einddatum": "last day",
        "reden_wijziging": "WJ002",
        "volume": "assigned volume",
        "eenheid": "WJ756",
        "frequentie": "WMO757",
        "budget": "eurocents",
    },
)
PRODUCT = Neighbour(
    "product",
    "the entry of the product catalogue that holds for the row's code on its first day of care",
    ("domein", "productcode", "zorgdag"),
    _products,
    {
        "productcode": "product code",
        "categorie": "JZ020 or WMO020",
        "soort": "kind of care",
        "vorm": "CBS form or measure, Wmo main group",
        "eenheid": "agreed unit",
        "tarief_cent": "agreed price in eurocents",
    },
)
REQUEST = Neighbour(
    "verzoek",
    "the request in this delivery with the same provider and reference",
    tuple(_REFERENCE),
    _requests,
    {"dagtekening": "date of the request", "productcode": "product asked for", "bsn": "who it is for; never shown"},
)
ANSWER = Neighbour(
    "antwoord",
    "the assignment in this delivery with the same provider and reference",
    tuple(_REFERENCE),
    _answers,
    {"toewijzingsdatum": "date of assignment"},
)
REPLY = Neighbour(
    "bericht319",
    "the answer (319) in this delivery with the same provider and reference",
    tuple(_REFERENCE),
    _replies,
    {"dagtekening": "date of the answer"},
)
ASSIGNED_TO = Neighbour(
    "toegewezene",
    "the person the row's assignment is for, as this delivery says",
    ("zaak",),
    _assigned_to,
    {"bsn": "who it is for; never shown"},
)
CLIENT = Neighbour(
    "client",
    "the person as the assignments of this delivery know them",
    ("bsn",),
    _clients,
    {"geboortedatum": "date of birth"},
)
