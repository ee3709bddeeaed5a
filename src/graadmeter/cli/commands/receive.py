"""`graadmeter receive`: takes deliveries in, without processing them yet."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.catalogue.fingerprint import rule_set, software
from graadmeter.cli.clock import now
from graadmeter.cli.console import Call
from graadmeter.cli.logging import logbook_of
from graadmeter.deliver.inbox import deliveries_in
from graadmeter.deliver.session import take_in
from graadmeter.domain.errors import DeliveryRefusedError, GraadmeterError, UsageError
from graadmeter.domain.text import Text
from graadmeter.store.workspace import Workspace, load


def receive(*folder: Path, call: Annotated[Call, Parameter(parse=False)]) -> int:
    """Receives the folders or files, by default all of the inbox; 4 when one could not be received."""
    workspace = load(call.place)
    missing = [path for path in folder if not path.exists()]
    if missing:
        raise UsageError(Text(f"{missing[0]} bestaat niet.", f"{missing[0]} does not exist."))
    sources = folder or deliveries_in(workspace.inbox)
    if not sources:
        call.say(Text(f"Er ligt niets in {workspace.inbox}.", f"There is nothing in {workspace.inbox}."))
        return 0
    log = logbook_of(workspace, "receive")
    with workspace.lock(), log.step("ontvangen", aangeboden=len(sources)):
        fine = [_receive(call, workspace, source) for source in sources]
    call.say(Text("Verwerk ze met: graadmeter run", "Process them with: graadmeter run"))
    return 0 if all(fine) else DeliveryRefusedError.exit_code


def _receive(call: Call, workspace: Workspace, source: Path) -> bool:
    try:
        taken = take_in(
            source,
            workspace.deliveries,
            now=now(),
            rule_set=rule_set(),
            software=software(),
            permit=workspace.agreements.permit,
        )
    except GraadmeterError as error:
        call.warn(Text(f"{source.name}: {error.text.nl}", f"{source.name}: {error.text.en}"))
        return False
    session = taken.manifest.session
    if taken.brought_back:
        call.say(
            Text(
                f"{source.name}: eerder ontvangen als {session}; telt nu weer als de laatste.",
                f"{source.name}: received before as {session}; counts as the latest again.",
            )
        )
    elif taken.already:
        call.say(
            Text(f"{source.name}: was al ontvangen als {session}.", f"{source.name}: received before as {session}.")
        )
    else:
        call.say(Text(f"{source.name}: ontvangen als {session}.", f"{source.name}: received as {session}."))
    return True
