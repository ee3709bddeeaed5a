"""What checks may know of earlier deliveries, made from the events that the store keeps per session."""

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check import volumes
from graadmeter.check.earlier_tables import EARLIER, earlier_schema
from graadmeter.check.latest import latest_versions
from graadmeter.check.refused import undone
from graadmeter.check.typed import whole
from graadmeter.check.view import with_case_number

_MESSAGES = ("toewijzing", "start", "stop", "prestatie")
_MESSAGE, _REFUSED = "bericht", "afkeuring"
"""Column that names the message (a pseudonym), and the table of messages that were refused as a whole."""


def of_session(events: Mapping[str, pa.Table], kw: int) -> dict[str, pa.Table]:
    """The tables `eerder_...` of one accepted delivery, from its event tables (shapes of `domain.events`).

    `kw` is the quarter index the delivery speaks of. Tables that are absent in `events` yield no rows. Beside them
    stands `afkeuring`, what this delivery refuses, and rows of messages carry their `bericht`, for `combine` only.
    """
    made = {name: _renamed(_standing(events, name)) for name in _MESSAGES}
    made["voorziening"] = _provisions(events.get("voorziening"))
    lines, refused = made["prestatie"], _renamed(events.get("afgewezen"))
    made["bevolking"] = events.get("bevolking")
    made["volume"] = volumes.of_events(events, kw)
    shaped = {f"eerder_{name}": _marked(made[name], name) for name in EARLIER if name != "prestatie"}
    both = [_marked(lines, "prestatie"), *([undone(_marked(refused, "prestatie"))] if refused is not None else [])]
    told = pa.table({_MESSAGE: whole(_column(events.get(_REFUSED), _MESSAGE))})
    return shaped | {"eerder_prestatie": pa.concat_tables(both), _REFUSED: told}


def combine(parts: Sequence[Mapping[str, pa.Table]]) -> dict[str, pa.Table]:
    """Several deliveries of one municipality as one, oldest first; an empty sequence yields nothing known.

    Of assignments the latest version is kept, of extracts the latest quarter, of everything else all rows. A message
    that any of them refuses as a whole, also one that came with another, does not count.
    """
    if not parts:
        return {}
    joined = {
        name: pa.concat_tables([part[name] for part in parts if name in part])
        for name in (f"eerder_{table}" for table in EARLIER)
    }
    refused = whole(pa.concat_tables([part[_REFUSED] for part in parts])[_MESSAGE])
    for name in (f"eerder_{table}" for table in _MESSAGES):
        standing = pc.invert(pc.is_in(joined[name][_MESSAGE], value_set=refused))
        joined[name] = (joined[name].filter(standing) if len(refused) else joined[name]).drop_columns([_MESSAGE])
    joined["eerder_toewijzing"] = latest_versions(with_case_number(joined["eerder_toewijzing"])).drop_columns(["zaak"])
    provisions = joined["eerder_voorziening"]
    if provisions.num_rows:
        latest = pc.equal(provisions["kw"], pc.max(provisions["kw"]))
        joined["eerder_voorziening"] = provisions.filter(latest)
    return joined


def _standing(events: Mapping[str, pa.Table], name: str) -> pa.Table | None:
    """The events of a table but those of messages that their receiver refused in the same delivery."""
    rows, refused = events.get(name), events.get("afkeuring")
    if rows is None or refused is None or not refused.num_rows:
        return rows
    return rows.filter(pc.invert(pc.is_in(rows["bericht"], value_set=whole(refused["bericht"]))))


def _renamed(rows: pa.Table | None) -> pa.Table | None:
    if rows is None:
        return None
    return rows.rename_columns(["nummer" if name == "toewijzingnummer" else name for name in rows.column_names])


def _provisions(rows: pa.Table | None) -> pa.Table | None:
    if rows is None:
        return None
    linked = rows.filter(pc.is_valid(rows["toewijzingnummer"]))
    domain = pc.if_else(pc.equal(linked["wet"], "wmo"), "wmo", "jw")
    columns = {"kw": linked["kwartaal"], "domein": domain, "nummer": linked["toewijzingnummer"]}
    return pa.table({**columns, "einddatum": linked["einddatum"]})


def _marked(rows: pa.Table | None, name: str) -> pa.Table:
    """The rows as the earlier table holds them; those of messages with the message they came with."""
    shaped = _shaped(rows, name)
    if name not in _MESSAGES:
        return shaped
    return shaped.append_column(_MESSAGE, _column(rows, _MESSAGE))


def _column(rows: pa.Table | None, name: str) -> pa.Array | pa.ChunkedArray:
    """A column of texts; empty where there is none."""
    if rows is None or name not in rows.column_names:
        return pa.nulls(rows.num_rows if rows is not None else 0, pa.string())
    return rows[name].cast(pa.string())


def _shaped(rows: pa.Table | None, name: str) -> pa.Table:
    schema = earlier_schema(name)
    if rows is None:
        return schema.empty_table()
    return pa.table([whole(rows[field.name]).cast(field.type) for field in schema], schema=schema)
