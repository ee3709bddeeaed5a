"""What is delivered in another way than usual, as the usual way would hold it, for volumes that compare quarters.

The events of earlier quarters hold these rows among those of the extract and the claims; `standardise` puts them there
by the same rules (`benefits`, `claims_extract`).
"""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.typed import whole
from graadmeter.check.words import spelled, spelled_table

_LAW = "participatiewet"


def extract_rows(tables: Mapping[str, pa.Table]) -> pa.Table:
    """Provider, product and law of the provisions, benefits included that the extract does not tell."""
    names = ["aanbieder", "productcode", "wet"]
    extract, benefits = tables["voorziening"], tables.get(_LAW)
    if benefits is None or not benefits.num_rows:
        return extract.select(names)
    extract = spelled_table(extract.select([*names, "bsn", "begindatum", "voorziening_id"]))
    told = extract.filter(pc.equal(extract["wet"], _LAW))
    known = pc.or_(
        pc.is_in(spelled(benefits["uitkering_id"]), whole(told["voorziening_id"])),
        pc.is_in(_person_and_day(benefits), _person_and_day(told)),
    )
    more = benefits.num_rows - pc.sum(known.cast(pa.int64())).as_py()
    added = {"aanbieder": pa.nulls(more, pa.string()), "productcode": pa.nulls(more, pa.string()), "wet": [_LAW] * more}
    return pa.concat_tables([extract.select(names), pa.table(added, schema=extract.select(names).schema)])


def homes(tables: Mapping[str, pa.Table]) -> pa.Table:
    """BSN and wijk of clients: of the extract, then of benefits and addresses for those it does not hold."""
    parts = [tables["voorziening"].select(["bsn", "wijk"])]
    for name in (_LAW, "adres"):
        rows = tables.get(name)
        if rows is not None and rows.num_rows:
            parts = [spelled_table(part) for part in parts]
            new = rows.filter(pc.invert(pc.is_in(spelled(rows["bsn"]), whole(pa.concat_tables(parts)["bsn"]))))
            parts.append(pa.table({"bsn": spelled(new["bsn"]), "wijk": _wijk(new)}, schema=parts[0].schema))
    return pa.concat_tables(parts)


def claim_providers(tables: Mapping[str, pa.Table]) -> pa.ChunkedArray:
    """The provider of every debit line, in messages and in the claims extract."""
    claims = tables["prestatie"]
    found = claims.filter(pc.equal(claims["debet_credit"], "D")).select(["aanbieder"])
    extract = tables.get("declaratie_uittreksel")
    if extract is not None and extract.num_rows:
        found = pa.concat_tables([found, extract.select(["aanbieder"]).cast(found.schema)])
    return found["aanbieder"]


def _wijk(rows: pa.Table) -> pa.ChunkedArray:
    if "buurt" not in rows.column_names:
        return spelled(rows["wijk"])
    return pc.coalesce(
        spelled(rows["wijk"]),
        pc.binary_join_element_wise("WK", pc.utf8_slice_codeunits(spelled(rows["buurt"]), 2, 8), ""),
    )


def _person_and_day(rows: pa.Table) -> pa.Array:
    return whole(pc.binary_join_element_wise(spelled(rows["bsn"]), rows["begindatum"].cast(pa.string()), "|"))
