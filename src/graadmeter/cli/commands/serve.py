"""`graadmeter serve`: the site in a browser on this computer."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.web import server
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text


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
