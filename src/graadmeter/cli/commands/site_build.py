"""`graadmeter site build`: the public site, from a release only."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.publishing import build_site
from graadmeter.cli.stages import stages
from graadmeter.domain.text import Text
from graadmeter.release.read import chosen
from graadmeter.store.workspace import load


def site_build(*, edition: str = "", call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Builds the site of the newest release, or of `edition`."""
    workspace = load(call.place)
    with workspace.lock(), stages(call) as progress:
        build_site(workspace, chosen(workspace.releases, edition), progress=progress)
    call.say(Text(f"De site staat in {workspace.site}.", f"The site is in {workspace.site}."))
