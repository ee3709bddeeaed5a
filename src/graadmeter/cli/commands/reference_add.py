"""`graadmeter reference add`: figures of others for the reference data of a workspace."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.clock import now
from graadmeter.cli.console import Call
from graadmeter.deliver.reference.library import Added, add, add_statline
from graadmeter.deliver.reference.recognise import items_in
from graadmeter.domain.errors import DeliveryRefusedError, UsageError
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text
from graadmeter.store.workspace import load


def reference_add(
    sources: tuple[Path, ...] = (),
    /,
    *,
    statline: str = "",
    vintage: int | None = None,
    call: Annotated[Call, Parameter(parse=False)],
) -> int:
    """Adds every source; 4 when one of them could not be used, the others are added all the same."""
    workspace = load(call.place)
    root, moment = workspace.root / "reference", now()
    missing = [path for path in sources if not path.exists()]
    if missing or not (sources or statline):
        raise UsageError(_NOTHING if not missing else Text(f"{missing[0]} bestaat niet.", f"{missing[0]} is absent."))
    years = () if vintage is None else (vintage,)
    fine = True
    with workspace.lock():
        for path in (item for source in sources for item in items_in(source)):
            try:
                _told(call, add(root, path, now=moment, vintages=years))
            except DeliveryRefusedError as error:
                fine = False
                call.warn(error.text)
        if statline:
            _told(call, add_statline(root, statline, now=moment))
    return 0 if fine else DeliveryRefusedError.exit_code


def _told(call: Call, added: Added) -> None:
    entry = added.entry
    rows = ", ".join(f"{name} {count}" for name, count in entry.tables.items())
    if added.is_new:
        call.say(Text(f"Toegevoegd: {entry.id} ({rows} rijen)", f"Added: {entry.id} ({rows} rows)"))
    else:
        call.say(Text(f"Was er al: {entry.id}", f"Was there already: {entry.id}"))
    for finding in added.findings:
        if finding.severity is not Severity.INFORMATION:
            call.warn(Text(f"  {finding.code}: {finding.message.nl}", f"  {finding.code}: {finding.message.en}"))


_NOTHING = Text(
    "Geef een bestand op, of een adres met --statline.",
    "Give a file, or an address with --statline.",
)
