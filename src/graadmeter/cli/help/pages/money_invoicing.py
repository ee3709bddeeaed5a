"""The help of `graadmeter money invoicing`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.help.place import LAW, PLACE
from graadmeter.domain.text import Text

PAGE = Page(
    "money invoicing",
    "[GEBIED] [--year JAAR] [--law WET] [--csv]",
    Text(
        "Laat zien hoe uniform aanbieders declareren.",
        "Shows how uniformly providers claim.",
    ),
    Text(
        "Het deel van de declaratieregels dat aan alle afspraken voldoet: afgesproken product, afgesproken eenheid, "
        "één kalendermaand, binnen een kwartaal ingediend, zonder creditcorrectie. Eigen definitie: een officiële is "
        "er niet.\n\n"
        "Deze cijfers zijn NIET beschermd en mogen de regio niet uit.",
        "The share of claim lines that follow every agreement: agreed product, agreed unit, one calendar month, sent "
        "within a quarter, without a credit correction. Own definition; there is no official one.\n\n"
        "These figures are NOT protected and must not leave the region.",
    ),
    arguments=(PLACE,),
    options=(
        Entry(
            "--year JAAR", Text("Jaar van de zorg. Standaard het laatste.", "Year of the care. By default the last.")
        ),
        LAW,
        Entry("--csv", Text("Alle aanbieders als CSV.", "All providers as CSV.")),
    ),
    examples=(Entry("graadmeter money invoicing --law jeugdwet", Text("De jeugdhulp.", "Youth help.")),),
)
