"""`graadmeter retention`: shows what is past its term, and deletes it with a proof."""

from typing import Annotated

from cyclopts import Parameter
from rich.box import SIMPLE_HEAD
from rich.table import Table

from graadmeter.cli.clock import now
from graadmeter.cli.console import Call
from graadmeter.cli.logging import logbook_of
from graadmeter.deliver.erased import Erased, delete_received, erased, mark_erased
from graadmeter.deliver.papers import read_manifest
from graadmeter.deliver.session import all_sessions
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.events import EVENTS
from graadmeter.domain.fact_tables import FACT_EVENTS
from graadmeter.domain.periods import quarter
from graadmeter.domain.retention import Due, due
from graadmeter.domain.text import Text
from graadmeter.store import retention as store
from graadmeter.store import signing
from graadmeter.store.agreements import AGREEMENTS
from graadmeter.store.workspace import Workspace, load


def retention(*, delete: bool = False, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Prints what is past its term; with `delete` it goes, and the place of the proof is told."""
    workspace = load(call.place)
    if not delete:
        _show(call, workspace, _items(workspace), _logs(workspace))
        return
    log = logbook_of(workspace, "retention --delete")
    with workspace.lock(), log.step("verwijderen"):
        proof = store.delete(
            workspace.retention,
            workspace.warehouse,
            _items(workspace),
            now=now(),
            agreements=_agreements(workspace),
            key=signing.load_or_create(workspace.signing_key_file),
            delete_received=lambda item: _delete_received(workspace, item),
            logs=_logs(workspace),
        )
    _say_held(call, workspace)
    if proof is None:
        call.say(_NOTHING)
    else:
        call.say(Text(f"Verwijderd. Het bewijs: {proof}", f"Deleted. The proof: {proof}"))


def _dues(workspace: Workspace) -> tuple[Due, ...]:
    manifests = [session.manifest for session in all_sessions(workspace.deliveries)]
    stored = [table.name for table in (*EVENTS, *FACT_EVENTS)]
    return due(manifests, workspace.agreements, now().date(), stored=stored)


def _items(workspace: Workspace) -> list[store.Item]:
    """What can go now: of quarters that figures are made about only the received bytes."""
    dues = [_within(workspace, one) for one in _dues(workspace)]
    files = {one.session: _facts(workspace, read_manifest(workspace.deliveries / one.session)) for one in dues}
    return store.plan_of(workspace.retention) or store.items_of(workspace.warehouse, dues, files)


def _logs(workspace: Workspace) -> list[store.Item]:
    return store.logs_of(workspace.root, workspace.log_months, now().date())


def _within(workspace: Workspace, one: Due) -> Due:
    held = one.quarter >= workspace.region.first_quarter
    return Due(one.session, one.quarter, one.received, (), everything=False) if held else one


def _facts(workspace: Workspace, manifest: Manifest) -> list[tuple[str, int]]:
    gone = erased(workspace.deliveries / manifest.session)
    return [] if gone and gone.received else [(file.sha256, file.bytes) for file in manifest.files]


def _delete_received(workspace: Workspace, item: store.Item) -> None:
    folder = workspace.deliveries / item["session"]
    mark_erased(folder, Erased(bool(item["received"]), tuple(item["tables"]), item["everything"]))
    if item["received"]:
        delete_received(folder, read_manifest(folder))


def _agreements(workspace: Workspace) -> bytes:
    path = workspace.root / AGREEMENTS
    return path.read_bytes() if path.exists() else b""


def _show(call: Call, workspace: Workspace, items: list[store.Item], logs: list[store.Item]) -> None:
    if items or logs:
        table = Table(box=SIMPLE_HEAD, title=_TITLE.within(call.lang), title_justify="left")
        for title in _COLUMNS:
            table.add_column(title.within(call.lang))
        for item in items:
            stored = ", ".join(fact["table"] for fact in item["stored"])
            size = sum(fact["bytes"] for fact in (*item["received"], *item["stored"]))
            since = min(fact["past_term_since"] for fact in (*item["received"], *item["stored"]))
            table.add_row(item["session"], str(len(item["received"])), stored or "-", str(size), since)
        for log in logs:
            table.add_row(log["log"], "1", "-", str(log["bytes"]), log["past_term_since"])
        call.show(table)
        call.say(_HOW)
    else:
        call.say(_NOTHING)
    _say_held(call, workspace)


def _say_held(call: Call, workspace: Workspace) -> None:
    """Names what must go too but cannot yet."""
    held = [one for one in _dues(workspace) if one.tables and one.quarter >= workspace.region.first_quarter]
    if held:
        last = quarter(max(one.quarter for one in held) + 1).code
        call.say(_HELD.fill(count=len(held), next=last))


_TITLE = Text("Over de bewaartermijn", "Past its term")
_COLUMNS = (
    Text("levering", "delivery"),
    Text("bestanden", "files"),
    Text("opgeslagen tabellen", "stored tables"),
    Text("bytes", "bytes"),
    Text("sinds", "since"),
)
_NOTHING = Text("Er is niets te verwijderen.", "There is nothing to delete.")
_HOW = Text("Verwijder het met: graadmeter retention --delete", "Delete it with: graadmeter retention --delete")
_HELD = Text(
    "Van {count} leveringen zijn ook opgeslagen gegevens over hun termijn, maar de regio maakt er nog cijfers over. "
    "Zet first_quarter in graadmeter.toml op {next} of later, of verleng de termijn in afspraken.yaml.",
    "Of {count} deliveries stored records are past their term too, but the region still makes figures about them. Set "
    "first_quarter in graadmeter.toml to {next} or later, or extend the term in afspraken.yaml.",
)
