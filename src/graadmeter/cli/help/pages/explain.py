"""The help of `graadmeter explain`."""

from graadmeter.cli.help.figure import AREA, EDITION, INDICATOR
from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "explain",
    "INDICATOR GEBIED PERIODE [--UITSPLITSING CODE]",
    Text(
        "Legt een gepubliceerd cijfer uit.",
        "Explains a published figure.",
    ),
    Text(
        "Zegt wat het cijfer is of waarom het is afgeschermd, wat het telt, en op welke aanleveringen het "
        "rust. Gebieden mogen met naam of code.",
        "Tells the figure or why it is hidden, what it counts, and which deliveries it rests on. Areas go by "
        "name or code.",
    ),
    arguments=(
        INDICATOR,
        AREA,
        Entry(
            "PERIODE",
            Text(
                "2025KW04, 2025HJ02 of 2025JJ00.",
                "2025KW04, 2025HJ02 or 2025JJ00.",
            ),
        ),
    ),
    options=(
        Entry(
            "--UITSPLITSING CODE",
            Text(
                "Een uitsplitsing, zoals --hulpvorm 02, --geslacht v of --aanbieder 12345678.",
                "A breakdown, such as --hulpvorm 02, --geslacht v or --aanbieder 12345678.",
            ),
        ),
        EDITION,
    ),
    examples=(
        Entry(
            "graadmeter explain jeugdhulp Almelo 2025KW04",
            Text(
                "Het totaal van Almelo.",
                "The total of Almelo.",
            ),
        ),
        Entry(
            "graadmeter explain crisis GM0141 2025JJ00 --hulpvorm 11",
            Text(
                "Eén hulpvorm in een jaar.",
                "One form of help in a year.",
            ),
        ),
    ),
)
