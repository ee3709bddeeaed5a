"""`graadmeter columns`: proposes which column of a file is which field, for a person to confirm."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.catalogue.layouts import layouts
from graadmeter.cli.console import Call
from graadmeter.deliver.columns.load import FOLDER, file_of
from graadmeter.deliver.columns.propose import Proposal, propose
from graadmeter.deliver.columns.text import as_yaml
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.table_sample import sample_of
from graadmeter.domain.errors import DeliveryRefusedError, UnknownNameError, UsageError
from graadmeter.domain.layouts import Source
from graadmeter.domain.text import Text


def columns(
    file: Path,
    /,
    *,
    table: str = "",
    deliverer: str = "",
    write: bool = False,
    call: Annotated[Call, Parameter(parse=False)],
) -> int:
    """Prints the proposal and, with --write, keeps it unconfirmed; 4 when the file is no table."""
    known = [one.table for one in layouts().values() if one.source is Source.CSV]
    if table and table not in known:
        raise UnknownNameError(Text("De tabel", "table"), table, known)
    if not file.is_file():
        raise UsageError(Text(f"{file} bestaat niet.", f"{file} does not exist."))
    try:
        sample = sample_of(file)
    except RefusedError as refused:
        raise DeliveryRefusedError(refused.notice.message.fill(**refused.values)) from refused
    proposal = propose(sample.names, sample.rows, table=table, separator=sample.separator)
    _tell(proposal, call)
    if write:
        _keep(proposal, file_of(call.place / FOLDER, deliverer.upper()), call)
    return 0


def _tell(proposal: Proposal, call: Call) -> None:
    one = proposal.map
    call.say(Text(f"Tabel: {one.table}", f"Table: {one.table}"))
    for column in one.columns:
        reason = proposal.reasons[column.field]
        line = f"  {column.column} -> {column.field}: "
        call.say(Text(line + reason.nl, line + reason.en))
    for name in proposal.columns_left:
        call.say(Text(f"  {name} -> ? (wordt niet gelezen)", f"  {name} -> ? (will not be read)"))
    for name in proposal.fields_left:
        call.say(Text(f"  ? -> {name} (verplicht, geen kolom gevonden)", f"  ? -> {name} (required, no column found)"))


def _keep(proposal: Proposal, file: Path, call: Call) -> None:
    if file.exists():
        raise UsageError(
            Text(
                f"{file} bestaat al en blijft zoals het is. Zet het voorstel er met de hand bij.",
                f"{file} exists and is left as it is. Add the proposal by hand.",
            )
        )
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.write_text(as_yaml(proposal), encoding="utf-8")
    call.say(Text(f"Bewaard als voorstel: {file}", f"Kept as a proposal: {file}"))
