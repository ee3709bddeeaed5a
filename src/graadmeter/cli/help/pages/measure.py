"""The help of `graadmeter measure`."""

from graadmeter.cli.help.engine import ENGINE
from graadmeter.cli.help.figure import INDICATOR
from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "measure",
    "INDICATOR [--csv] [--engine ADRES]",
    Text(
        "Telt een indicator, onbeschermd, voor de analist van de regio.",
        "Counts an indicator, unprotected, for the region's analyst.",
    ),
    Text(
        "Deze cijfers zijn NIET beschermd en mogen de regio niet uit. Ze komen uit de eigen gegevens van de "
        "werkmap, nooit uit een uitgave.",
        "These figures are NOT protected and must not leave the region. They come from the workspace's own "
        "data, never from a release.",
    ),
    arguments=(INDICATOR,),
    options=(
        Entry(
            "--csv",
            Text(
                "Alle cellen als CSV, met de kolommen van een uitgave.",
                "All cells as CSV, with the columns of a release.",
            ),
        ),
        ENGINE,
    ),
    examples=(
        Entry(
            "graadmeter measure jeugdhulp --csv > jeugdhulp.csv",
            Text(
                "Alle cellen.",
                "All cells.",
            ),
        ),
    ),
)
