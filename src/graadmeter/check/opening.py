"""Opens the account of one table: text is typed, field checks have spoken, bad values are blanked."""

import numpy as np
import pyarrow as pa

from graadmeter.check.fields import field_failures
from graadmeter.check.ledger import Ledger
from graadmeter.check.messages import listed
from graadmeter.check.plan import TablePlan
from graadmeter.check.typed import cleaned, typed, whole
from graadmeter.check.words import blanked, is_worded
from graadmeter.domain.layouts import Layout
from graadmeter.domain.tables import Type

_NOTHING = {kind: typed(pa.array([], pa.string()), kind) for kind in (Type.TEXT, Type.DATE, Type.INT, Type.BIGINT)}


def ledger_of(plan: TablePlan, raw: pa.Table | None) -> Ledger:
    """The ledger of a raw table (`None` = not delivered) after its field checks."""
    if raw is None or not raw.num_rows:
        return _empty(plan.layout)
    rows = raw
    text = cleaned(rows, plan.layout)
    values = {field.name: typed(text[field.name], field.type) for field in plan.layout.fields}
    places = {"bestand": _texts(rows["bestand"]), "regel": whole(rows["regel"]).cast(pa.int64())}
    ledger = Ledger(plan.layout, text, values, places, np.zeros(rows.num_rows, dtype=bool))
    _book_field_failures(ledger, plan)
    return ledger


def _texts(column: pa.ChunkedArray) -> pa.Array:
    return whole(column) if is_worded(column) else whole(column).cast(pa.string())


def _empty(layout: Layout) -> Ledger:
    """The ledger of a table that was not delivered, as most are not in most deliveries."""
    values = {field.name: _NOTHING[field.type] for field in layout.fields}
    places = {"bestand": _NOTHING[Type.TEXT], "regel": _NOTHING[Type.BIGINT]}
    return Ledger(layout, dict.fromkeys(values, _NOTHING[Type.TEXT]), values, places, np.zeros(0, dtype=bool))


def _book_field_failures(ledger: Ledger, plan: TablePlan) -> None:
    for check, wrong in field_failures(plan.fields, ledger.text, ledger.values):
        name = check.field.name
        ledger.add(check.check, np.flatnonzero(wrong), column=name, codes=listed(check.codes))
        ledger.bad[name] = ledger.bad.get(name, np.zeros(ledger.rows, dtype=bool)) | wrong
    for name, wrong in ledger.bad.items():
        ledger.values[name] = blanked(ledger.values[name], pa.array(wrong))
