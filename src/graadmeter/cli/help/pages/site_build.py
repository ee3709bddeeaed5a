"""The help of `graadmeter site build`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

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
