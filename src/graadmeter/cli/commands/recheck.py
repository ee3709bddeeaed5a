"""`graadmeter recheck`: what other rules would say of what was delivered before."""

from datetime import date
from typing import Annotated

from cyclopts import Parameter

from graadmeter.catalogue.fingerprint import rule_set
from graadmeter.cli.console import Call
from graadmeter.cli.stages import stages
from graadmeter.deliver.difference import Difference, difference
from graadmeter.deliver.session import current_sessions
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.text import Text
from graadmeter.pipeline import process
from graadmeter.processing.judging import judged_again
from graadmeter.store.workspace import Workspace, load


def recheck(
    *, session: str = "", as_of: str = "", apply: bool = False, call: Annotated[Call, Parameter(parse=False)]
) -> None:
    """Prints what would change, and with `apply` processes again."""
    workspace = load(call.place)
    known = [manifest.session for manifest in current_sessions(workspace.deliveries)]
    if session and session not in known:
        raise UnknownNameError(Text("De levering", "delivery"), session, known)
    if as_of and apply:
        raise UsageError(
            Text(
                "--apply gebruikt de regels die gelden; laat --as-of dan weg.",
                "--apply uses the rules in force; leave out --as-of.",
            )
        )
    _report(call, workspace, session, _day(as_of))
    if apply:
        with workspace.lock(), stages(call) as progress:
            process(workspace, progress=progress, processes=2)
        call.say(Text("Verwerkt. Publiceer met: graadmeter run", "Processed. Publish with: graadmeter run"))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(
            Text(f"'{text}' is geen datum. Schrijf 2026-12-31.", f"'{text}' is no date. Write 2026-12-31.")
        ) from error


def _report(call: Call, workspace: Workspace, session: str, rules_on: date | None) -> None:
    call.say(Text(f"Regels: {rule_set()}", f"Rules: {rule_set()}"))
    same = 0
    for one, result in judged_again(workspace, session=session, rules_on=rules_on):
        found = difference(one.folder, result)
        same += found.is_none
        if not found.is_none:
            _print(call, found)
    call.say(Text(f"Ongewijzigd: {same} leveringen.", f"Unchanged: {same} deliveries."))


def _print(call: Call, found: Difference) -> None:
    before, now = (verdict.label for verdict in found.verdict)
    used = f"{found.used[0]} -> {found.used[1]}"
    call.say(
        Text(
            f"{found.session}: {before.nl} -> {now.nl}; gebruikte regels {used}",
            f"{found.session}: {before.en} -> {now.en}; rows in use {used}",
        )
    )
    for code, times, again in found.codes:
        call.say(Text(f"  {code}: {times} -> {again}", f"  {code}: {times} -> {again}"))
