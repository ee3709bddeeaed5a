"""What checks may know of earlier deliveries, made from the events that the store keeps per session."""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.earlier_tables import EARLIER, earlier_schema
from graadmeter.check.latest import latest_versions
from graadmeter.check.typed import whole

_MESSAGES = ("toewijzing", "start", "stop", "prestatie")


def of_session(events: Mapping[str, pa.Table], kw: int) -> dict[str, pa.Table]:
    """The tables `eerder_...` of one accepted delivery, from its event tables (shapes of `domain.events`).

    `kw` is the quarter index the delivery speaks of. Tables that are absent in `events` yield no rows.
    """
    made = {name: _renamed(events.get(name)) for name in _MESSAGES}
    made["voorziening"] = _provisions(events.get("voorziening"))
    made["bevolking"] = events.get("bevolking")
    made["volume"] = _volumes(events, kw)
    return {f"eerder_{name}": _shaped(made[name], name) for name in EARLIER}


def combine(parts: Sequence[Mapping[str, pa.Table]]) -> dict[str, pa.Table]:
    """Several deliveries of one municipality as one, oldest first; an empty sequence yields nothing known.

    Of assignments the latest version is kept, of extracts the latest quarter, of everything else all rows.
    """
    if not parts:
        return {}
    joined = {
        name: pa.concat_tables([part[name] for part in parts if name in part])
        for name in (f"eerder_{table}" for table in EARLIER)
    }
    joined["eerder_toewijzing"] = latest_versions(joined["eerder_toewijzing"])
    provisions = joined["eerder_voorziening"]
    if provisions.num_rows:
        latest = pc.equal(provisions["kw"], pc.max(provisions["kw"]))
        joined["eerder_voorziening"] = provisions.filter(latest)
    return joined


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


def _volumes(events: Mapping[str, pa.Table], kw: int) -> pa.Table:
    parts = []
    if (provisions := events.get("voorziening")) is not None:
        product = pc.coalesce(provisions["productcode"], provisions["wet"])
        parts += [_counted("aanbieder", provisions["aanbieder"], kw), _counted("product", product, kw)]
    if (homes := events.get("woonsituatie")) is not None:
        parts.append(_counted("wijk", homes["wijk"], kw))
    if (deliveries := events.get("levering")) is not None:
        parts.append(_summed("tabel", deliveries["tabel"], deliveries["gebruikt"], kw))
    if (claims := events.get("prestatie")) is not None:
        sign = pc.if_else(pc.equal(claims["debet_credit"], "C"), -1, 1)
        parts.append(_summed("bedrag", claims["aanbieder"], pc.multiply(claims["bedrag"], sign), kw))
    empty = earlier_schema("volume").empty_table()
    return pa.concat_tables([empty, *parts])


def _counted(measure: str, code: pa.ChunkedArray, kw: int) -> pa.Table:
    return _summed(measure, code, pa.array(np.ones(len(code), dtype=np.int64)), kw)


def _summed(measure: str, code: pa.ChunkedArray, amount: pa.Array | pa.ChunkedArray, kw: int) -> pa.Table:
    known = pa.table({"code": code, "aantal": amount}).drop_null().group_by("code", use_threads=False)
    total = known.aggregate([("aantal", "sum")])
    rows = total.num_rows
    columns = {
        "kw": pa.array(np.full(rows, kw, dtype=np.int32)),
        "maat": pa.repeat(measure, rows),
        "code": total["code"],
        "aantal": total["aantal_sum"],
    }
    return pa.table(columns, schema=earlier_schema("volume"))


def _shaped(rows: pa.Table | None, name: str) -> pa.Table:
    schema = earlier_schema(name)
    if rows is None:
        return schema.empty_table()
    return pa.table([whole(rows[field.name]).cast(field.type) for field in schema], schema=schema)
