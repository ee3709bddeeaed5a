"""Applies corrections to raw tables before they are checked; every application is told, a stale one is an error."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.typed import whole
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.findings import Finding, Severity
from graadmeter.domain.terms import Action, Correction, Status, Terms
from graadmeter.domain.text import Text

CODE = "GM-CORRECTIE"
TITLE = Text("Gecorrigeerd door de regio", "Corrected by the region")
_SET = Text(
    "Correctie '{id}': het veld '{field}' is aangepast. Reden: {reason}",
    "Correction '{id}': the field '{field}' was changed. Reason: {reason}",
)
_REMOVED = Text(
    "Correctie '{id}': deze regel is weggelaten. Reden: {reason}",
    "Correction '{id}': this row was left out. Reason: {reason}",
)
_LEFT_OUT = Text(
    "Correctie '{id}' is niet toegepast: de regels staan hier niet, of zijn al hersteld. Zijn ze hersteld, laat dat "
    "dan aan de regio weten.",
    "Correction '{id}' was not applied: its rows do not stand here, or were repaired. If they were, tell the region.",
)


def corrected(
    tables: Mapping[str, pa.Table], terms: Terms, *, deliverer: str, period: str, may_be_stale: bool = False
) -> tuple[dict[str, pa.Table], tuple[Finding, ...]]:
    """The raw tables with the corrections for this delivery applied, and what was done, row by row.

    A correction whose rows are not there or do not hold what it expects raises WorkspaceError that names it; when it
    `may_be_stale`, as before sending, it is left out and told.
    """
    made, findings = dict(tables), list[Finding]()
    for correction in terms.about(deliverer, period).corrections:
        rows = made.get(correction.table)
        if correction.status is not Status.ACTIVE:
            continue
        mask = _found(rows, correction)
        if mask is not None:
            findings += _told(rows, mask, correction)
            made[correction.table] = _applied(rows, mask, correction)
        elif may_be_stale:
            findings.append(Finding(CODE, Severity.INFORMATION, "", _LEFT_OUT.fill(id=correction.id)))
        else:
            raise _stale(correction)
    return made, tuple(findings)


def _found(rows: pa.Table | None, correction: Correction) -> pa.Array | None:
    """The rows it speaks of, which all hold what it expects; None when there are none or one does not."""
    names = {*correction.key, correction.field}
    if rows is None or not names <= set(rows.column_names):
        return None
    mask = pa.repeat(pa.scalar(value=True), rows.num_rows)
    for name, value in correction.key.items():
        mask = pc.and_(mask, _equal(rows, name, value))
    holds = pc.and_(mask, _equal(rows, correction.field, correction.expect))
    if not mask.true_count or holds.true_count != mask.true_count:
        return None
    return mask


def _equal(rows: pa.Table, name: str, value: str) -> pa.Array:
    text = pc.utf8_trim_whitespace(pc.fill_null(whole(rows[name]).cast(pa.string()), ""))
    return pc.equal(text, value)


def _applied(rows: pa.Table, mask: pa.Array, correction: Correction) -> pa.Table:
    if correction.action is Action.REMOVE:
        return rows.filter(pc.invert(mask))
    place = rows.column_names.index(correction.field)
    column = pc.if_else(mask, pa.scalar(correction.value), whole(rows[correction.field]).cast(pa.string()))
    return rows.set_column(place, correction.field, column)


def _told(rows: pa.Table, mask: pa.Array, correction: Correction) -> list[Finding]:
    text = _REMOVED if correction.action is Action.REMOVE else _SET
    message = text.fill(id=correction.id, field=correction.field, reason=correction.reason)
    places = rows.select(["bestand", "regel"]).filter(mask).to_pylist()
    return [
        Finding(CODE, Severity.INFORMATION, place["bestand"], message, row=place["regel"], column=correction.field)
        for place in places
    ]


def _stale(correction: Correction) -> WorkspaceError:
    name, where = correction.id, f"{correction.deliverer} {correction.period}, {correction.table}.{correction.field}"
    return WorkspaceError(
        Text(
            f"Correctie '{name}' ({where}) past niet meer: de regels zijn er niet of bevatten iets anders dan verwacht."
            " Is de bron hersteld, zet dan 'status: ingetrokken' in correcties.yaml.",
            f"Correction '{name}' ({where}) no longer fits: its rows are not there or hold something else than "
            "expected. If the source was repaired, put 'status: ingetrokken' in correcties.yaml.",
        )
    )
