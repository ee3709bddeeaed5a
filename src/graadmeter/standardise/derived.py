"""Columns that several events need, added once to a raw table: person key, municipality, number, birthday, order."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.bsn import UNBORN, UNKNOWN

SPECIAL = pa.array([UNKNOWN, UNBORN])
"""Unknown and unborn, in whichever order a protocol defines them: neither is a person."""


def derived(rows: pa.Table) -> pa.Table:
    """`rows` with the columns that can be made from those it has.

    `gm` (GM code), `nummer` (assignment number as a number), `volgnummer` (place in the session: by file, then row),
    `persoon` (person key), `achttien` and `drieentwintig` (18th and 23rd birthday).
    """
    has = set(rows.column_names)
    rows = rows.append_column("gm", pc.binary_join_element_wise("GM", rows["gemeente"], ""))
    rows = rows.append_column("volgnummer", placed(rows))
    if "toewijzingnummer" in has:
        rows = rows.append_column("nummer", rows["toewijzingnummer"].cast(pa.int64()))
    if "geboortedatum" in has:
        rows = rows.append_column("achttien", eighteen(rows["geboortedatum"]))
        rows = rows.append_column("drieentwintig", birthday(rows["geboortedatum"], 23))
    if "bsn" in has:
        rows = rows.append_column("persoon", _person(rows))
    return rows


def placed(rows: pa.Table) -> pa.Array:
    """The place of each row in its session: by file, then row."""
    order = pc.sort_indices(rows, [("bestand", "ascending"), ("regel", "ascending")]).to_numpy()
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(1, len(order) + 1, dtype=np.int32)
    return pa.array(place)


def eighteen(born: pa.ChunkedArray) -> pa.Array:
    """The 18th birthday."""
    return birthday(born, 18)


def birthday(born: pa.ChunkedArray, age: int) -> pa.Array:
    """The birthday: so many years after the month's first day plus the days into it; 29 February becomes 1 March."""
    days = pa.chunked_array(born.chunks, pa.date32()).cast(pa.timestamp("s")).to_numpy().astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    return pa.array((months + np.timedelta64(age * 12, "M")).astype("datetime64[D]") + (days - months), pa.date32())


def _person(rows: pa.Table) -> pa.ChunkedArray:
    """The BSN, or for a special BSN the assignment, so that nobody is merged with a stranger.

    The CBS protocol falls back on sex, birth date, postcode and start. Claims carry none of these, while an assignment
    belongs to one person; so the fallback is municipality, domain and assignment number, and for a provision without
    an assignment its own number. A record with neither tells of nobody: NULL.
    """
    special = pc.is_in(rows["bsn"], SPECIAL)
    if not pc.any(special, min_count=0).as_py():
        return rows["bsn"]
    if "wet" in rows.column_names:
        domain = pc.if_else(pc.equal(rows["wet"], "wmo"), "wmo", "jw")
        own = pc.binary_join_element_wise(rows["gm"], "voorziening", rows["voorziening_id"], "|")
    else:
        domain, own = rows.column("domein") if "domein" in rows.column_names else "jw", pa.scalar(None, pa.string())
    number = rows["nummer"].cast(pa.string()) if "nummer" in rows.column_names else pa.scalar(None, pa.string())
    fallback = pc.coalesce(pc.binary_join_element_wise(rows["gm"], domain, number, "|"), own)
    return pc.if_else(special, fallback, rows["bsn"])
