"""The help of `graadmeter mark`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "mark",
    "KENMERK",
    Text("Zoekt de uitgaven bij een kenmerk.", "Finds the releases with a mark."),
    Text(
        "Een pagina over één cijfer noemt het kenmerk van haar cijfers: acht tekens die alleen veranderen als er een "
        "cijfer verandert. Deze opdracht zegt in welke uitgaven die cijfers precies zo staan, en van welk onderwerp "
        "zij zijn. Uitgangscode 2 als geen uitgave het kenmerk heeft.",
        "A page about one figure names the mark of its figures: eight characters that change only when a figure "
        "changes. This command says in which releases those figures are exactly so, and which subject they are of. "
        "Exit code 2 when no release has the mark.",
    ),
    arguments=(Entry("KENMERK", Text("Zoals het onder aan de pagina staat.", "As at the foot of the page.")),),
    examples=(
        Entry(
            "graadmeter mark 4f2a91c0",
            Text("Uit een verwijzing in een krant of nota.", "From a citation in a newspaper or a paper."),
        ),
    ),
)
