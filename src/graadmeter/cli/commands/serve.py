"""`graadmeter serve`: the site in a browser on this computer."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.web import server
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text

PAGE = Page(
    "serve",
    "[--port GETAL]",
    Text(
        "Laat de site zien op deze computer.",
        "Shows the site on this computer.",
    ),
    Text(
        "Alleen bereikbaar vanaf deze computer. Stop met Ctrl-C.",
        "Reachable from this computer only. Stop with Ctrl-C.",
    ),
    options=(
        Entry(
            "--port GETAL",
            Text(
                "Standaard 8000.",
                "By default 8000.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter serve",
            Text(
                "Kijk daarna op http://127.0.0.1:8000/",
                "Then look at http://127.0.0.1:8000/",
            ),
        ),
    ),
)


def serve(*, port: int = 8000, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Serves the workspace's site on 127.0.0.1 until Ctrl-C."""
    site = call.place / "site"
    if not (site / "index.html").exists():
        raise WorkspaceError(
            Text(
                f"Er is nog geen site in {site}. Maak haar met: graadmeter run",
                f"There is no site in {site} yet. Make it with: graadmeter run",
            )
        )
    with server(site, port) as listening:
        address = f"http://127.0.0.1:{listening.server_address[1]}/"
        call.say(Text(f"De site staat op {address} Stop met Ctrl-C.", f"The site is at {address} Stop with Ctrl-C."))
        try:
            listening.serve_forever()
        except KeyboardInterrupt:
            call.say(Text("Gestopt.", "Stopped."))
