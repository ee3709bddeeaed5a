"""`graadmeter site check`: whether all that stands on the site, and in its release, follows from what was attacked."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.publishing import write_site
from graadmeter.cli.stages import stages
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.text import Text
from graadmeter.release.agreement import disagreements
from graadmeter.release.read import chosen
from graadmeter.site.checking import Difference, differences
from graadmeter.store.workspace import load

PAGE = Page(
    "site check",
    "[--edition UITGAVE]",
    Text(
        "Zoekt cijfers op de site die niet uit de uitgave volgen.",
        "Looks for figures on the site that do not follow from the release.",
    ),
    Text(
        "Leest de uitgave na (hashes, CSV naast Parquet, vergelijking naast cijfers, niets naast de rijen), maakt de "
        "site in een tijdelijke map opnieuw uit die uitgave alleen, en houdt elke byte van de site ernaast: pagina's, "
        "grafieken, downloads, feeds en zoekindex. Duurt zo lang als een site bouwen. Uitgangscode 7 als er iets staat "
        "dat er niet uit volgt. Met andere software dan waarmee de site is gemaakt, verschilt alles: bouw haar eerst "
        "opnieuw.",
        "Reads the release again (hashes, CSV beside Parquet, comparison beside figures, nothing beside the rows), "
        "makes the site anew from that release alone in a temporary folder, and compares every byte of the site: "
        "pages, charts, downloads, feeds and search index. Takes as long as building a site. Exit code 7 when "
        "something does not follow from it. With other software than the site was made with everything differs: build "
        "it first.",
    ),
    options=(
        Entry(
            "--edition UITGAVE",
            Text(
                "De uitgave waar de site van is. Standaard de nieuwste.",
                "The release that the site is of. By default the newest.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter site check",
            Text(
                "Voordat de map op de webserver wordt gezet.",
                "Before the folder is put on the web server.",
            ),
        ),
    ),
)

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
