"""`graadmeter site check`: whether all that stands on the site, and in its release, follows from what was attacked."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.publishing import write_site
from graadmeter.cli.stages import stages
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.text import Text
from graadmeter.release.agreement import disagreements
from graadmeter.release.read import chosen
from graadmeter.site.checking import Difference, differences
from graadmeter.store.workspace import load

_NAMED = 10


def site_check(*, edition: str = "", call: Annotated[Call, Parameter(parse=False)]) -> int:
    """Says what does not follow from the release; 7 when there is anything."""
    workspace = load(call.place)
    with workspace.lock(), stages(call) as progress, TemporaryDirectory() as folder:
        release = chosen(workspace.releases, edition)
        odd = disagreements(release.files)
        fresh = write_site(workspace, release, Path(folder) / "site", pieces=None, progress=progress)
        found = list(differences(workspace.site, fresh))
    for text in (*odd, *map(_told, found[:_NAMED])):
        call.say(text)
    many = len(odd) + len(found)
    call.say(_verdict(release.edition, many), style="bold")
    return DisclosureError.exit_code if many else 0


def _told(one: Difference) -> Text:
    nl, en = (f", regel {one.line}", f", line {one.line}") if one.line else ("", "")
    return Text(f"site/{one.path}{nl}: {one.odd.label.nl}", f"site/{one.path}{en}: {one.odd.label.en}")


def _verdict(edition: str, many: int) -> Text:
    if not many:
        return Text(
            f"Alles op de site volgt uit uitgave {edition}.", f"All that is on the site follows from release {edition}."
        )
    return Text(
        f"{many} bestanden volgen niet uit uitgave {edition}. Zet de site niet op het web; bouw haar opnieuw.",
        f"{many} files do not follow from release {edition}. Do not put the site on the web; build it again.",
    )
