"""`graadmeter measure`: unprotected figures, for the region's own analyst."""

from typing import Annotated

import pyarrow as pa
import pyarrow.compute as pc
from cyclopts import Parameter
from rich.table import Table

from graadmeter import pipeline
from graadmeter.cli.console import Call
from graadmeter.cli.help.engine import ENGINE
from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.logging import logbook_of
from graadmeter.cli.numbers import spoken
from graadmeter.domain.areas import Level
from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.text import Text
from graadmeter.engine.opening import DEFAULT
from graadmeter.release.formats import csv_bytes
from graadmeter.release.read import editions
from graadmeter.store.workspace import load

PAGE = Page(
    "measure",
    "INDICATOR [--csv] [--engine ADRES]",
    Text(
        "Telt een indicator, onbeschermd, voor de analist van de regio.",
        "Counts an indicator, unprotected, for the region's analyst.",
    ),
    Text(
        "Deze cijfers zijn NIET beschermd en mogen de regio niet uit. Ze komen uit de eigen gegevens van de "
        "werkmap, nooit uit een uitgave.",
        "These figures are NOT protected and must not leave the region. They come from the workspace's own "
        "data, never from a release.",
    ),
    arguments=(
        Entry(
            "INDICATOR",
            Text(
                "Bijvoorbeeld jeugdhulp.",
                "For example jeugdhulp.",
            ),
        ),
    ),
    options=(
        Entry(
            "--csv",
            Text(
                "Alle cellen als CSV, met de kolommen van een uitgave.",
                "All cells as CSV, with the columns of a release.",
            ),
        ),
        ENGINE,
    ),
    examples=(
        Entry(
            "graadmeter measure jeugdhulp --csv > jeugdhulp.csv",
            Text(
                "Alle cellen.",
                "All cells.",
            ),
        ),
    ),
)


_SHOWN = 40


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
    call.show(_table(call, _latest_totals(cells), names))


def _latest_totals(cells: pa.Table) -> pa.Table:
    """The figures of the last year, not broken down, of the region and its municipalities."""
    rows = cells.filter(pc.not_equal(cells["level"], Level.WIJK))
    for name in DIMENSIONS:
        if name != "stroom":
            rows = rows.filter(pc.equal(rows[name], TOTAL))
    return rows.filter(pc.equal(rows["period"], pc.max(rows.filter(pc.equal(rows["period_type"], "jaar"))["period"])))


def _table(call: Call, rows: pa.Table, names: dict[str, str]) -> Table:
    table = Table()
    for title in (Text("gebied", "area"), Text("periode", "period"), Text("eenheid", "unit"), Text("waarde", "value")):
        table.add_column(title.within(call.lang))
    for row in rows.to_pylist()[: _SHOWN * 2]:
        unit = row["unit"] if row["stroom"] == TOTAL else f"{row['unit']} {row['stroom']}"
        value = "-" if row["value"] is None else spoken(round(row["value"], 2), call.lang)
        table.add_row(names.get(row["area"], row["area"]), row["period"], unit, value)
    return table
