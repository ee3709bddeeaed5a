"""Rows of the table `participatiewet` as provisions, so that stacking counts them as it counts those of the extract."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.standardise.reshaping import reshaped

_SAME = ("geboortedatum", "geslacht", "bsn", "gemeente", "kwartaal", "begindatum", "einddatum", "wijk", "huishouden")


def with_benefits(typed: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """`typed` with the benefits that the extract does not hold among the rows of `voorziening`.

    A benefit that the extract tells as well (by its number, or by person and first day) counts once, as the extract
    tells it. A later merge joins benefits of one person that overlap, whatever numbers they were given.
    """
    benefits, provisions = typed["participatiewet"], typed["voorziening"]
    if not len(benefits):
        return dict(typed)
    told = provisions.filter(pc.equal(provisions["wet"], "participatiewet"))
    known = pc.or_(
        pc.is_in(benefits["uitkering_id"], told["voorziening_id"].combine_chunks()),
        pc.is_in(_person_and_day(benefits), _person_and_day(told)),
    )
    added = _as_provisions(benefits.filter(pc.invert(known)), provisions.schema)
    return {**typed, "voorziening": pa.concat_tables([provisions, added])}


def _person_and_day(rows: pa.Table) -> pa.Array:
    joined = pc.binary_join_element_wise(rows["bsn"], rows["begindatum"].cast(pa.string()), "|")
    return joined.combine_chunks() if isinstance(joined, pa.ChunkedArray) else joined


def _as_provisions(rows: pa.Table, schema: pa.Schema) -> pa.Table:
    fixed = {"wet": "participatiewet", "leveringsvorm": "ZIN", "lokaal_team": "N", "crisis": "N"}
    taken = {name: rows[name] for name in (*_SAME, "bestand", "regel")} | {"voorziening_id": rows["uitkering_id"]}
    return reshaped(schema, taken, fixed)
