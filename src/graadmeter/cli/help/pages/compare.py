"""The help of `graadmeter compare`."""

from graadmeter.cli.help.figure import AREA, EDITION, INDICATOR
from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "compare",
    "INDICATOR GEBIED [PERIODE] [--UITSPLITSING CODE]",
    Text(
        "Zet een gepubliceerd cijfer naast dat van anderen.",
        "Puts a published figure beside those of others.",
    ),
    Text(
        "Geeft het cijfer met zijn marge (95 %), en per vergelijking het andere cijfer met een oordeel: lager of "
        "hoger als toeval het in hoogstens 1 van de 20 gevallen zo ver laat afwijken, 'duidelijk' bij 1 van de 500, en "
        "anders 'geen aantoonbaar verschil'. Verder de richting over vijf jaar, en wat bij deze bevolking te "
        "verwachten was. Wat niet vergeleken kan worden, staat er met de reden bij.",
        "Gives the figure with its interval (95 %), and per comparison the other figure with a verdict: lower or "
        "higher when chance takes it so far in at most 1 of 20 cases, 'clearly' at 1 of 500, and otherwise 'no "
        "demonstrable difference'. Further the direction over five years, and what was to be expected with these "
        "inhabitants. What cannot be compared is told with the reason.",
    ),
    arguments=(
        INDICATOR,
        AREA,
        Entry(
            "PERIODE",
            Text(
                "2025KW04, 2025HJ02 of 2025JJ00. Standaard het laatste jaar met een cijfer.",
                "2025KW04, 2025HJ02 or 2025JJ00. By default the last year with a figure.",
            ),
        ),
    ),
    options=(
        Entry(
            "--UITSPLITSING CODE",
            Text(
                "Een uitsplitsing, zoals --hulpvorm 02 of --geslacht v.",
                "A breakdown, such as --hulpvorm 02 or --geslacht v.",
            ),
        ),
        EDITION,
    ),
    examples=(
        Entry(
            "graadmeter compare jeugdhulp Almelo",
            Text(
                "Almelo naast de regio en vergelijkbare gemeenten.",
                "Almelo beside the region and similar municipalities.",
            ),
        ),
    ),
)
