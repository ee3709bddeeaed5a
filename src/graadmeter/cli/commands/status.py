"""`graadmeter status`: who delivered what, which releases there are, and what to do next."""

from typing import Annotated

from cyclopts import Parameter
from rich.table import Table

from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.deliver.inbox import deliveries_in
from graadmeter.deliver.session import Session, all_sessions
from graadmeter.domain.areas import Level
from graadmeter.domain.findings import Verdict
from graadmeter.domain.periods import quarter
from graadmeter.domain.text import Text
from graadmeter.release.read import editions
from graadmeter.store.workspace import Workspace, load

PAGE = Page(
    "status",
    "[--quarters GETAL]",
    Text(
        "Laat zien wie wat aanleverde en wat de volgende stap is.",
        "Shows who delivered what, and the next step.",
    ),
    Text(
        "Een tabel van gemeenten en kwartalen met het oordeel per aanlevering, de uitgaven, en wat er nog te doen is.",
        "A table of municipalities and quarters with the verdict on each delivery, the releases, and what is "
        "left to do.",
    ),
    options=(
        Entry(
            "--quarters GETAL",
            Text(
                "Zoveel recente kwartalen. Standaard 6.",
                "That many recent quarters. By default 6.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter status",
            Text(
                "De stand van zaken.",
                "How things stand.",
            ),
        ),
    ),
)


_SHORT = {
    Verdict.ACCEPTED: Text("goed", "fine"),
    Verdict.ACCEPTED_WITH_FINDINGS: Text("vragen", "questions"),
    Verdict.PARTLY: Text("deels", "partly"),
    Verdict.REFUSED: Text("geweigerd", "refused"),
    Verdict.INTERRUPTED: Text("te doen", "to do"),
}
_NONE = Text("-", "-")


def status(*, quarters: int = 6, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Prints the table of deliveries, the releases and the next steps."""
    workspace = load(call.place)
    sessions = [session for session in all_sessions(workspace.deliveries) if not session.superseded_by]
    call.show(_table(call, workspace, sessions, max(quarters, 1)))
    call.say(
        Text(
            "goed = geaccepteerd; vragen = geaccepteerd met bevindingen; deels = gedeeltelijk geaccepteerd; "
            "te doen = ontvangen, nog niet verwerkt; - = niet ontvangen",
            "fine = accepted; questions = accepted with findings; partly = partly accepted; "
            "to do = received, not processed yet; - = not received",
        )
    )
    known = editions(workspace.releases)
    names = ", ".join(known) or "-"
    call.say(Text(f"\nUitgaven: {names}", f"\nReleases: {names}"))
    call.say(Text("\nWat nu?", "\nWhat next?"), style="bold")
    for advice in _advice(workspace, sessions, has_release=bool(known)):
        call.say(Text(f"  {advice.nl}", f"  {advice.en}"))


def _table(call: Call, workspace: Workspace, sessions: list[Session], wanted: int) -> Table:
    region = workspace.region
    shown = [quarter(index).code for index in range(region.first_quarter, region.last_quarter + 1)][-wanted:]
    newest = {(session.manifest.deliverer, session.manifest.period): session.verdict for session in sessions}
    table = Table(title=Text("Aanleveringen", "Deliveries").within(call.lang), title_justify="left")
    table.add_column(Text("gemeente", "municipality").within(call.lang))
    for code in shown:
        table.add_column(code)
    for area in region.of_level(Level.MUNICIPALITY):
        verdicts = [newest.get((area.code, code)) for code in shown]
        table.add_row(area.name, *((_SHORT[one] if one else _NONE).within(call.lang) for one in verdicts))
    return table


def _advice(workspace: Workspace, sessions: list[Session], *, has_release: bool) -> list[Text]:
    advice = []
    waiting = [session for session in sessions if session.verdict is Verdict.INTERRUPTED]
    refused = [session for session in sessions if session.verdict in {Verdict.REFUSED, Verdict.PARTLY}]
    if not sessions and not any(workspace.inbox.iterdir()):
        advice.append(Text(f"Zet aanleveringen in {workspace.inbox}.", f"Put deliveries in {workspace.inbox}."))
    elif waiting or not has_release or len(deliveries_in(workspace.inbox)) > len(sessions):
        advice.append(Text("Verwerk wat er ligt: graadmeter run", "Process what is there: graadmeter run"))
    advice += [
        Text(
            f"Stuur de deliverer van {one.manifest.session} het rapport: {one.folder / 'report.xlsx'}".replace(
                "deliverer", "aanleveraar"
            ),
            f"Send the deliverer of {one.manifest.session} the report: {one.folder / 'report.xlsx'}",
        )
        for one in refused
    ]
    if has_release and not waiting:
        advice.append(Text("Bekijk de site: graadmeter serve", "See the site: graadmeter serve"))
    return advice
