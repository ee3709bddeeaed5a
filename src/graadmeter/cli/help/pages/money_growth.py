"""The help of `graadmeter money growth`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.help.place import LAW, PLACE
from graadmeter.domain.text import Text

PAGE = Page(
    "money growth",
    "[GEBIED] [--year JAAR] [--before JAAR] [--law WET] [--csv]",
    Text(
        "Verklaart waarom de gedeclareerde uitgaven veranderden.",
        "Explains why claimed spending changed.",
    ),
    Text(
        "Verdeelt het verschil tussen twee jaren over nieuwe en beëindigde producten, aantal cliënten, mix, "
        "eenheden per cliënt en prijs. De delen zijn samen precies het verschil.\n\n"
        "Deze cijfers zijn NIET beschermd en mogen de regio niet uit.",
        "Divides the difference between two years over new and ended products, number of clients, mix, units per "
        "client and price. The parts add up to the difference exactly.\n\n"
        "These figures are NOT protected and must not leave the region.",
    ),
    arguments=(PLACE,),
    options=(
        Entry("--year JAAR", Text("Het latere jaar. Standaard het laatste hele jaar.", "The later year; the last.")),
        Entry(
            "--before JAAR", Text("Het eerdere jaar. Standaard het jaar ervoor.", "The earlier year; the one before.")
        ),
        LAW,
        Entry("--csv", Text("Alle producten als CSV, in eurocenten.", "All products as CSV, in eurocents.")),
    ),
    examples=(
        Entry("graadmeter money growth Almelo --year 2025", Text("Almelo, 2024 naar 2025.", "Almelo, 2024 to 2025.")),
    ),
)
