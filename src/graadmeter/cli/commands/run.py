"""`graadmeter run`: from inbox to site."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.clock import now
from graadmeter.cli.console import Call
from graadmeter.cli.publishing import run_and_publish
from graadmeter.domain.text import Text
from graadmeter.engine.opening import DEFAULT
from graadmeter.store.workspace import load


def run(*, engine: str = DEFAULT, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Runs the whole path and says what came of it."""
    workspace = load(call.place)
    run_and_publish(call, workspace, clock=now, engine=engine)
    call.say(Text("Bekijk de site met: graadmeter serve", "See the site with: graadmeter serve"))
