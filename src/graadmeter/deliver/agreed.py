"""Keeps of a delivery what there is an agreement on; the rest leaves a finding per received file."""

from collections.abc import Collection
from dataclasses import replace

from graadmeter.deliver.notice import Where
from graadmeter.deliver.notices.agreement import NOT_AGREED
from graadmeter.deliver.raw import RawDelivery


def only_agreed(raw: RawDelivery, tables: Collection[str]) -> RawDelivery:
    """The delivery with the rows of `tables` alone."""
    other = {name: table for name, table in raw.tables.items() if table.num_rows and name not in tables}
    if not other:
        return raw
    findings = tuple(
        NOT_AGREED.finding(Where(line.file), {"table": line.table, "count": line.read})
        for line in raw.lines
        if line.table in other
    )
    kept = {name: table.slice(0, 0) if name in other else table for name, table in raw.tables.items()}
    return replace(raw, tables=kept, findings=(*raw.findings, *findings))
