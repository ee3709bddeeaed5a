"""`graadmeter site build`: the public site, from a release only."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.publishing import build_site
from graadmeter.cli.stages import stages
from graadmeter.domain.text import Text
from graadmeter.release.read import chosen
from graadmeter.store.workspace import load

PAGE = Page(
    "site build",
    "[--edition UITGAVE]",
    Text(
        "Bouwt de openbare site uit een uitgave.",
        "Builds the public site from a release.",
    ),
    Text(
        "Schrijft 'site' in de werkmap: losse bestanden die op elke webserver kunnen staan.",
        "Writes 'site' in the workspace: plain files that any web server can serve.",
    ),
    options=(
        Entry(
            "--edition UITGAVE",
            Text(
                "Standaard de nieuwste.",
                "By default the newest.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter site build",
            Text(
                "Uit de nieuwste uitgave.",
                "From the newest release.",
            ),
        ),
    ),
)


def site_build(*, edition: str = "", call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Builds the site of the newest release, or of `edition`."""
    workspace = load(call.place)
    with workspace.lock(), stages(call) as progress:
        build_site(workspace, chosen(workspace.releases, edition), progress=progress)
    call.say(Text(f"De site staat in {workspace.site}.", f"The site is in {workspace.site}."))
