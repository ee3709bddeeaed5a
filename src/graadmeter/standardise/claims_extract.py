"""Rows of the table `declaratie_uittreksel` as claim lines, for municipalities that cannot deliver messages 323."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.standardise.reshaping import reshaped

_BUDGET, _SPENDING = "PGB", "pgb_besteding"
_SAME = (
    "gemeente",
    "bsn",
    "aanbieder",
    "toewijzingnummer",
    "categorie",
    "productcode",
    "periode_begin",
    "periode_eind",
    "volume",
    "eenheid",
    "bedrag",
    "bestand",
    "regel",
)


def with_claims(typed: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """`typed` with the lines of the claims extract among the rows of `prestatie`, as debit lines.

    A line carries the number it has in message 323 when there is one, so that a line delivered in both ways counts
    once (the step `claims` keeps the latest). Credit is told by a negative amount, since the extract is net. What was
    paid from a personal budget is no claim: it goes among the rows of `pgb_besteding`.
    """
    every, claims = typed["declaratie_uittreksel"], typed["prestatie"]
    if not len(every):
        return dict(typed)
    of_budget = pc.equal(every["leveringsvorm"], _BUDGET).fill_null(False)  # noqa: FBT003 - by position
    rows, budgets = every.filter(pc.invert(of_budget)), typed[_SPENDING]
    spent = every.filter(of_budget).select(budgets.column_names).cast(budgets.schema)
    taken = {name: rows[name] for name in _SAME} | {
        "domein": pc.if_else(pc.equal(rows["wet"], "wmo"), "wmo", "jw"),
        "bericht_id": pc.binary_join_element_wise("uittreksel", rows["kwartaal"], "-"),
        "dagtekening": rows["periode_eind"],
        "declaratienummer": rows["kwartaal"],
        "referentienummer": rows["regelnummer"],
    }
    added = reshaped(claims.schema, taken, {"debet_credit": "D"})
    told = {"prestatie": pa.concat_tables([claims, added]), _SPENDING: pa.concat_tables([budgets, spent])}
    return {**typed, **told}
