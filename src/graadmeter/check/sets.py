"""Runs set checks: queries over the tables of the delivery and of earlier ones, several asked at once."""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.desk import Desk
from graadmeter.check.ledger import Ledger
from graadmeter.check.typed import whole
from graadmeter.domain.checks import Check
from graadmeter.domain.findings import Tier


def book_set_failures(desk: Desk, ledgers: Mapping[str, Ledger], checks: Sequence[Check]) -> None:
    """Asks these checks, in one query, and books what they find."""
    asked = [check for check in checks if _has_matter(desk, check, ledgers[check.table])]
    if not asked:
        return
    found = desk.rows(_together(asked))
    for index, check in enumerate(asked):
        _book(ledgers[check.table], check, found.filter(pc.equal(found["k"], index)))


def _has_matter(desk: Desk, check: Check, ledger: Ledger) -> bool:
    """Checks on history also run without rows: that there are none may be what is wrong."""
    if not ledger.rows:
        return check.tier is Tier.HISTORY
    return not check.key or desk.groups(check.table, check.key).any_shared


def _together(checks: Sequence[Check]) -> str:
    return " UNION ALL ".join(
        f"SELECT {index} AS k, CAST(q.rij AS BIGINT) AS rij, CAST(q.detail AS VARCHAR) AS detail"
        f" FROM ({check.wrong}) AS q"
        for index, check in enumerate(checks)
    )


def _book(ledger: Ledger, check: Check, found: pa.Table) -> None:
    ledger.unknown[check.code] += int(ledger.stopped.sum()) if check.tier is not Tier.FILE else 0
    if not found.num_rows:
        return
    unjudged = ledger.unjudged(check)
    about_rows = found.filter(pc.is_valid(found["rij"]))
    rows, first = np.unique(whole(about_rows["rij"]).to_numpy(), return_index=True)
    kept = ~unjudged[rows]
    if kept.any():
        details = about_rows["detail"].take(pa.array(first[kept])).to_pylist()
        ledger.add(check, rows[kept], details=details)
    about_all = sorted(found.filter(pc.is_null(found["rij"]))["detail"].to_pylist(), key=str)
    if about_all:
        ledger.add(check, np.array([], dtype=np.int64), details=about_all)
