"""The help of `graadmeter levels`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "levels",
    "[NIVEAU]",
    Text(
        "Laat zien wie meer mag zien dan iedereen, en welke delen er zijn.",
        "Shows who may see more than everybody, and which parts there are.",
    ),
    Text(
        "Zonder niveau: een regel per niveau. Met niveau: op welke grond, en elk deel van de laatste uitgave met "
        "hoeveel cijfers erin staan die niet openbaar zijn. De delen staan in de map 'closed', buiten de uitgave; kies "
        "niveaus met 'niveaus' in graadmeter.toml. Wie meer dan een deel krijgt, staat in lezers.csv.",
        "Without a level: a line per level. With one: on which ground, and every part of the last release with how "
        "many figures are in it that are not public. Parts stand in the folder 'closed', outside the release; choose "
        "levels with 'niveaus' in graadmeter.toml. Who gets more than one part stands in lezers.csv.",
    ),
    arguments=(
        Entry(
            "NIVEAU",
            Text(
                "Zoals gemeente, aanbieder of regio.",
                "Such as gemeente (municipality), aanbieder (provider) or regio (region).",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter levels gemeente",
            Text(
                "De delen van de gemeenten.",
                "The parts of the municipalities.",
            ),
        ),
    ),
)
