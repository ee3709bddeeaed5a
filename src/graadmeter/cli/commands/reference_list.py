"""`graadmeter reference list`: the reference data that a workspace has."""

from typing import Annotated

from cyclopts import Parameter
from rich.table import Table

from graadmeter.cli.console import Call
from graadmeter.deliver.reference.entries import entries
from graadmeter.domain.text import Text
from graadmeter.store.workspace import load


def reference_list(*, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Prints the library as a table."""
    found = entries(load(call.place).root / "reference")
    if not found:
        call.say(_EMPTY)
        return
    table = Table()
    for title in (
        Text("soort", "kind"),
        Text("bron", "source"),
        Text("jaar", "year"),
        Text("rijen", "rows"),
        Text("toegevoegd", "added"),
        Text("hash", "hash"),
    ):
        table.add_column(title.within(call.lang))
    for one in found:
        rows = ", ".join(f"{name} {count}" for name, count in one.tables.items())
        table.add_row(one.kind, one.source, _years(one.vintage), rows, one.added_at[:10], one.sha256[:8])
    call.show(table)


def _years(vintage: list[int]) -> str:
    if not vintage:
        return "-"
    return str(vintage[0]) if len(vintage) == 1 else f"{vintage[0]}-{vintage[-1]}"


_EMPTY = Text(
    "Er zijn nog geen cijfers van anderen. Voeg ze toe met: graadmeter reference add BESTAND",
    "There are no figures of others yet. Add them with: graadmeter reference add FILE",
)
