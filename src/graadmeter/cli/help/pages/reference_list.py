"""The help of `graadmeter reference list`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "reference list",
    "",
    Text(
        "Laat zien welke cijfers van anderen er zijn.",
        "Shows which figures of others there are.",
    ),
    Text(
        "Per bron: soort, jaargang, tabellen met aantallen rijen, wanneer toegevoegd en de hash van de inhoud.",
        "Per source: kind, vintage, tables with numbers of rows, when added and the hash of its content.",
    ),
    examples=(
        Entry(
            "graadmeter reference list",
            Text(
                "Alles op een rij.",
                "All of them.",
            ),
        ),
    ),
)
