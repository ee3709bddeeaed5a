"""The help of `graadmeter run`."""

from graadmeter.cli.help.engine import ENGINE
from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "run",
    "[--engine ADRES]",
    Text(
        "Doet alles: van inbox tot site.",
        "Does everything: from inbox to site.",
    ),
    Text(
        "Ontvangt, controleert, standaardiseert, pseudonimiseert, telt, beschermt, publiceert en bouwt de "
        "site. Doet alleen wat nodig is: een gewijzigde aanlevering wordt opnieuw verwerkt, de rest niet. Is "
        "er niets veranderd, dan gebeurt er niets. Onderbreken mag op elk moment; draai daarna gewoon "
        "opnieuw.",
        "Receives, checks, standardises, pseudonymises, counts, protects, publishes and builds the site. Does "
        "only what is needed: a changed delivery is processed again, the others are not. When nothing "
        "changed, nothing happens. It may be interrupted at any moment; just run it again.",
    ),
    options=(ENGINE,),
    examples=(
        Entry(
            "graadmeter run --workspace twente",
            Text(
                "Verwerk de regio in 'twente'.",
                "Process the region in 'twente'.",
            ),
        ),
    ),
)
