"""The arguments and the option by which commands that are about one figure or one indicator name it."""

from graadmeter.cli.help.page import Entry
from graadmeter.domain.text import Text

INDICATOR = Entry(
    "INDICATOR",
    Text(
        "Bijvoorbeeld jeugdhulp.",
        "For example jeugdhulp.",
    ),
)
AREA = Entry(
    "GEBIED",
    Text(
        "Almelo, GM0141 of WK014110.",
        "Almelo, GM0141 or WK014110.",
    ),
)
EDITION = Entry(
    "--edition UITGAVE",
    Text(
        "Een eerdere uitgave. Standaard de nieuwste.",
        "An earlier release. By default the newest.",
    ),
)
