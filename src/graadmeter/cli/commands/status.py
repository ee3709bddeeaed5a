"""`graadmeter status`: who delivered what, which releases there are, and what to do next."""

from typing import Annotated

from cyclopts import Parameter
from rich.box import SIMPLE_HEAD
from rich.table import Table

from graadmeter.cli.console import Call
from graadmeter.cli.other_deliverers import other_deliverers
from graadmeter.cli.standing_out import standing_out
from graadmeter.deliver.history import histories
from graadmeter.deliver.inbox import declared, deliveries_in
from graadmeter.deliver.session import Session, all_sessions
from graadmeter.domain.areas import Level
from graadmeter.domain.findings import Verdict
from graadmeter.domain.periods import parse_period, quarter
from graadmeter.domain.text import Text
from graadmeter.release.read import editions
from graadmeter.store.agreements import AGREEMENTS
from graadmeter.store.workspace import Workspace, load

_SHORT = {
    Verdict.ACCEPTED: Text("goed", "fine"),
    Verdict.ACCEPTED_WITH_FINDINGS: Text("vragen", "asked"),
    Verdict.PARTLY: Text("deels", "partly"),
    Verdict.REFUSED: Text("geweigerd", "refused"),
    Verdict.INTERRUPTED: Text("te doen", "to do"),
}
_NONE = Text("-", "-")
_KEY = Text(
    "goed = geaccepteerd; vragen = geaccepteerd met bevindingen; deels = gedeeltelijk geaccepteerd; "
    "te doen = ontvangen, nog niet verwerkt; - = niet ontvangen",
    "fine = accepted; asked = accepted with findings; partly = partly accepted; "
    "to do = received, not processed yet; - = not received",
)
_TO_MEND = frozenset({Verdict.REFUSED, Verdict.PARTLY})
_MOST = 5
"""Reports that are named; of more only the number is told."""


def status(*, quarters: int = 6, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Prints the table of deliveries, the releases and the next steps."""
    workspace = load(call.place)
    region = workspace.region
    columns = [quarter(index).code for index in range(region.first_quarter, region.last_quarter + 1)][
        -max(quarters, 1) :
    ]
    sessions = [session for session in all_sessions(workspace.deliveries) if not session.superseded_by]
    shown = [session for session in sessions if session.manifest.period in columns]
    call.show(_table(call, workspace, shown, columns))
    call.say(_KEY)
    names = {area.code: area.name for area in region.of_level(Level.MUNICIPALITY)}
    others = other_deliverers(sessions, names, region.providers)
    if others:
        call.say(Text("\nAndere aanleveraars, hun laatste levering:", "\nOther deliverers, their latest delivery:"))
    for line in others:
        call.say(Text(f"  {line.nl}", f"  {line.en}"))
    told = standing_out(workspace, histories(workspace.deliveries, names), names, parse_period(columns[-1]).first)
    if told:
        call.say(Text(f"\nOpvallend in {columns[-1]}:", f"\nStanding out in {columns[-1]}:"))
    for line in told:
        call.say(Text(f"  {line.nl}", f"  {line.en}"))
    known = editions(workspace.releases)
    listed = ", ".join(known) or "-"
    call.say(Text(f"\nUitgaven: {listed}", f"\nReleases: {listed}"))
    call.say(Text("\nWat nu?", "\nWhat next?"), style="bold")
    received = {(one.manifest.deliverer, one.manifest.period) for one in sessions}
    waiting = any(not one.is_assessed for one in sessions) or any(
        declared(source.name) not in received for source in deliveries_in(workspace.inbox) if declared(source.name)[0]
    )
    for advice in _advice(call, workspace, shown, waiting=waiting, has_release=bool(known)):
        call.say(Text(f"  {advice.nl}", f"  {advice.en}"))


def _table(call: Call, workspace: Workspace, sessions: list[Session], shown: list[str]) -> Table:
    newest = {(session.manifest.deliverer, session.manifest.period): session.verdict for session in sessions}
    table = Table(
        box=SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        title=Text("Aanleveringen", "Deliveries").within(call.lang),
        title_justify="left",
    )
    table.add_column(Text("gemeente", "municipality").within(call.lang), no_wrap=True)
    for code in shown:
        table.add_column(code)
    for area in workspace.region.of_level(Level.MUNICIPALITY):
        verdicts = [newest.get((area.code, code)) for code in shown]
        table.add_row(area.name, *((_SHORT[one] if one else _NONE).within(call.lang) for one in verdicts))
    return table


def _advice(call: Call, workspace: Workspace, shown: list[Session], *, waiting: bool, has_release: bool) -> list[Text]:
    flag = f" --workspace {call.workspace}" if call.workspace else ""
    advice = []
    if not workspace.agreements.all:
        advice.append(
            Text(
                f"Leg vast wie mag aanleveren in {workspace.root / AGREEMENTS}; tot dan wordt alles geweigerd.",
                f"State who may deliver in {workspace.root / AGREEMENTS}; until then everything is refused.",
            )
        )
    if not any(workspace.inbox.glob("*")) and not shown:
        advice.append(Text(f"Zet aanleveringen in {workspace.inbox}.", f"Put deliveries in {workspace.inbox}."))
    elif waiting or not has_release:
        advice.append(
            Text(f"Verwerk wat er ligt: graadmeter run{flag}", f"Process what is there: graadmeter run{flag}")
        )
    reports = [one.folder / "report.xlsx" for one in shown if one.verdict in _TO_MEND]
    if reports:
        advice.append(
            Text("Stuur aanleveraars het rapport bij hun levering:", "Send deliverers the report on their delivery:")
        )
        advice += [Text(f"  {path}", f"  {path}") for path in reports[:_MOST]]
    if len(reports) > _MOST:
        more = len(reports) - _MOST
        advice.append(Text(f"  en nog {more}", f"  and {more} more"))
    if has_release and not waiting:
        advice.append(Text(f"Bekijk de site: graadmeter serve{flag}", f"See the site: graadmeter serve{flag}"))
    return advice
