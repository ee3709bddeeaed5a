"""Runs the row checks of one table: all predicates in one query that yields only rows on which one holds."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np
import pyarrow as pa

from graadmeter.check.desk import NEIGHBOUR_P, NEIGHBOUR_T, Desk
from graadmeter.check.ledger import Ledger, Positions
from graadmeter.check.parameters import PREFIX
from graadmeter.check.plan import RowCheck
from graadmeter.check.typed import whole

_T = f" LEFT JOIN {PREFIX}{NEIGHBOUR_T} AS t ON t.nummer = r.nummer AND t.domein = r.domein"
_P = (
    f" LEFT JOIN {PREFIX}{NEIGHBOUR_P} AS p ON p.productcode = r.productcode AND p.domein = r.domein"
    " AND r.{day} BETWEEN p.van AND p.tot"
)
_CARE_DAYS = ("ingangsdatum", "begindatum", "toewijzing_ingangsdatum", "periode_begin")
"""The field that says from when the care runs; a product is looked up for that day."""


def book_row_failures(desk: Desk, ledger: Ledger, checks: Sequence[RowCheck]) -> None:
    """Asks every check about every row and books the rows it finds wrong and the rows it cannot judge."""
    if not checks or not ledger.rows:
        return
    found = desk.rows(row_query(ledger.layout.table, ledger.text, checks))
    for check, rows in zip(checks, _rows(found, len(checks)), strict=True):
        unjudged = ledger.unjudged(check.check)
        ledger.unknown[check.check.code] += int(unjudged.sum())
        judged = rows[~unjudged[rows]]
        if len(judged):
            ledger.add(check.check, judged)


def row_query(table: str, fields: Collection[str], checks: Sequence[RowCheck]) -> str:
    """The one query for these predicates: `rij`, and `c0`, `c1`, ... saying which of them hold."""
    flags = ", ".join(f"COALESCE({check.predicate}, FALSE) AS c{index}" for index, check in enumerate(checks))
    join = _T if any(check.names("t") for check in checks) else ""
    if any(check.names("p") for check in checks):
        join += _P.format(day=next(name for name in _CARE_DAYS if name in fields))
    some = " OR ".join(f"q.c{index}" for index in range(len(checks)))
    return f"SELECT q.* FROM (SELECT r.rij, {flags} FROM :{table} AS r{join}) AS q WHERE {some}"


def _rows(found: pa.Table, checks: int) -> Iterator[Positions]:
    positions = whole(found["rij"]).to_numpy()
    for index in range(checks):
        flags = whole(found[f"c{index}"]).to_numpy(zero_copy_only=False)
        yield np.unique(positions[flags])
