"""Neighbours made from provisions of the extract by their own number, for rows that name no assignment."""

import pyarrow as pa

from graadmeter.check.neighbours.neighbour import Neighbour, Rows

_COLUMNS = ["voorziening_id", "leveringsvorm"]


def _provisions(rows: Rows) -> pa.Table:
    return rows.now("voorziening").select(_COLUMNS)


OWN_PROVISION = Neighbour(
    "eigen",
    "the provision of the extract with the row's own number",
    ("voorziening_id",),
    _provisions,
    {"leveringsvorm": "ZIN or PGB"},
)
