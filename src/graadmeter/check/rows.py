"""Runs row checks: one predicate over all rows of a table, with its neighbours."""

from collections.abc import Iterable
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.desk import VOLUME, Desk
from graadmeter.check.expressions import holds, names_used
from graadmeter.check.fields import Mask, as_mask
from graadmeter.check.ledger import Ledger
from graadmeter.check.plan import RowCheck
from graadmeter.check.typed import whole
from graadmeter.domain.findings import Tier

_EVERY_ROW = frozenset({Tier.FILE, Tier.RECORD})
"""Tiers that speak of rows that are set aside too, so that a deliverer hears everything at once."""


def book_row_failures(desk: Desk, ledger: Ledger, checks: Iterable[RowCheck]) -> None:
    """Asks these checks about a table and books the rows they find wrong and the rows they cannot judge."""
    set_aside = ledger.stopped.copy()
    for row_check in checks:
        check = row_check.check
        if _names_volume(row_check):
            _book_volumes(desk, ledger, row_check)
            continue
        if not ledger.rows:
            continue
        unjudged = ledger.unjudged(check)
        if check.tier not in _EVERY_ROW:
            unjudged |= set_aside
        ledger.unknown[check.code] += int(unjudged.sum())
        wrong = _wrong(desk, ledger, row_check)
        if wrong is not None:
            _book(desk, ledger, row_check, as_mask(wrong) & ~unjudged, ~unjudged)


def _names_volume(row_check: RowCheck) -> bool:
    return VOLUME in names_used(row_check.predicate)


def _book_volumes(desk: Desk, ledger: Ledger, row_check: RowCheck) -> None:
    """Asks a check about every line of what the quarter holds; what it finds is about the delivery."""
    volumes = desk.volumes()
    if not volumes.num_rows:
        return
    flags = holds(row_check.predicate, lambda _alias, name: whole(volumes[name]), desk.parameters)
    found = volumes.filter(flags).select(["code", "nu", "gemiddeld"]).to_pylist()
    details = [f"{line['code']}: {line['nu'] or 0} / {line['gemiddeld'] or 0}" for line in found]
    if details:
        ledger.add(row_check.check, np.array([], dtype=np.int64), details=details)


def _book(desk: Desk, ledger: Ledger, row_check: RowCheck, wrong: Mask, judged: Mask) -> None:
    if not wrong.any():
        return
    if row_check.check.share:
        _book_share(ledger, row_check, wrong, judged)
    else:
        ledger.add(row_check.check, np.flatnonzero(wrong), details=_details(desk, ledger, row_check, wrong))


def _wrong(desk: Desk, ledger: Ledger, row_check: RowCheck) -> pa.BooleanArray | None:
    """Per row whether it is wrong; None when none is."""
    source = partial(desk.column, ledger.layout.table, row_check.check.key)
    result: pa.BooleanArray = holds(row_check.predicate, source, desk.parameters)
    return result if result.true_count else None


def _details(desk: Desk, ledger: Ledger, row_check: RowCheck, wrong: Mask) -> list[str | None]:
    alias, _, name = row_check.check.detail.partition(".")
    if not name:
        return []
    column = desk.column(ledger.layout.table, row_check.check.key, alias, name)
    found: list[str | None] = column.filter(pa.array(wrong)).cast(pa.string()).to_pylist()
    return found


def _book_share(ledger: Ledger, row_check: RowCheck, wrong: Mask, judged: Mask) -> None:
    """Speaks only when too many rows are wrong: of every file of the table, or of the delivery as a whole."""
    check, times = row_check.check, int(wrong.sum())
    if times < check.least or times <= check.share * int(judged.sum()):
        return
    if check.tier is Tier.FILE:
        files = pc.dictionary_encode(ledger.places["bestand"]).indices.to_numpy()
        ledger.add(check, np.unique(files, return_index=True)[1])
    else:
        percent = round(100 * times / int(judged.sum()))
        ledger.add(check, np.array([], dtype=np.int64), details=[str(percent)])
