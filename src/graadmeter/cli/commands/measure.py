"""`graadmeter measure`: unprotected figures, for the region's own analyst."""

from collections.abc import Mapping
from typing import Annotated

import pyarrow as pa
import pyarrow.compute as pc
from cyclopts import Parameter
from rich.table import Table

from graadmeter import pipeline
from graadmeter.catalogue.dimensions import DIMENSION_LABELS, dimension_members
from graadmeter.cli.console import Call
from graadmeter.cli.logging import logbook_of
from graadmeter.cli.numbers import spoken
from graadmeter.domain.areas import Level
from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.text import Lang, Text
from graadmeter.engine.opening import DEFAULT
from graadmeter.release.formats import csv_bytes
from graadmeter.release.read import editions
from graadmeter.store.workspace import load

_SHOWN = 80
"""Rows of a table on the screen."""
_SAID = ("stroom", "statistiek")
"""Dimensions that tell which figure it is, and break nothing down."""


def measure(
    indicator: str,
    /,
    *,
    csv: bool = False,
    engine: str = DEFAULT,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Prints all cells as CSV, or the latest totals as a table."""
    workspace = load(call.place)
    known = workspace.indicators
    if indicator not in known:
        raise UnknownNameError(Text("De indicator", "indicator"), indicator, known)
    newest = editions(workspace.releases)[-1:]
    with logbook_of(workspace, "measure").step("tellen-onbeschermd", indicator):
        cells = pipeline.count(workspace, {indicator: known[indicator]}, release="".join(newest), engine=engine)
    if csv:
        call.write(csv_bytes(cells.select(list(PUBLISHED.names))).decode())
        return
    call.warn(
        Text(
            "Let op: onbeschermde cijfers. Ze mogen de regio niet uit.",
            "Mind: unprotected figures. They must not leave the region.",
        )
    )
    names = {area.code: area.name for area in workspace.region.areas}
    rows = _latest(cells)
    call.show(_table(call, rows.slice(0, _SHOWN), names))
    if rows.num_rows < cells.num_rows or rows.num_rows > _SHOWN:
        call.say(Text("Alle cellen: met --csv.", "All cells: with --csv."))


def _latest(cells: pa.Table) -> pa.Table:
    """The newest figures of region and municipalities that are not broken down; if all are, those of the region."""
    rows = cells.filter(pc.not_equal(cells["level"], Level.WIJK))
    for kind in reversed(PeriodType):
        of_kind = rows.filter(pc.equal(rows["period_type"], kind.value))
        if of_kind.num_rows:
            rows = of_kind.filter(pc.equal(of_kind["period"], pc.max(of_kind["period"])))
            break
    totals = rows
    for name in DIMENSIONS:
        if name not in _SAID:
            totals = totals.filter(pc.equal(totals[name], TOTAL))
    return totals if totals.num_rows else rows.filter(pc.equal(rows["level"], Level.REGION))


def _table(call: Call, rows: pa.Table, names: dict[str, str]) -> Table:
    table, labels = Table(), dimension_members()
    broken = [name for name in DIMENSIONS if pc.any(pc.not_equal(rows[name], TOTAL)).as_py()]
    for title in (Text("gebied", "area"), Text("periode", "period"), Text("eenheid", "unit")):
        table.add_column(title.within(call.lang))
    for name in broken:
        table.add_column(DIMENSION_LABELS[name].within(call.lang))
    table.add_column(Text("waarde", "value").within(call.lang), justify="right")
    for row in rows.to_pylist():
        members = [_member(labels[name], row[name], call.lang) for name in broken]
        value = "-" if row["value"] is None else spoken(round(row["value"], 2), call.lang)
        table.add_row(names.get(row["area"], row["area"]), row["period"], row["unit"], *members, value)
    return table


def _member(labels: Mapping[str, Text], code: str, lang: Lang) -> str:
    return "" if code == TOTAL else labels[code].within(lang) if code in labels else code
