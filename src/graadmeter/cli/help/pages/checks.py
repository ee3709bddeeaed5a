"""The help of `graadmeter checks`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "checks",
    "[CODE] [--docs MAP]",
    Text(
        "Legt uit wat er wordt gecontroleerd.",
        "Explains what is checked.",
    ),
    Text(
        "Zonder code: alle controles, per soort. Met een code uit een rapport: wat die controle betekent, wat zij met "
        "de regel doet, wat u kunt doen en uit welke regel zij komt.",
        "Without a code: all checks, by kind. With a code from a report: what that check means, what it does to the "
        "row, what you can do and which rule it comes from.",
    ),
    arguments=(
        Entry(
            "CODE",
            Text(
                "De code van een controle, zoals GM-TR018.",
                "The code of a check, such as GM-TR018.",
            ),
        ),
    ),
    options=(
        Entry(
            "--docs MAP",
            Text(
                "Schrijf de pagina's met uitleg (Markdown) in deze map.",
                "Write the pages of explanation (Markdown) to this folder.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter checks GM-TR307",
            Text(
                "Wat betekent deze bevinding?",
                "What does this finding mean?",
            ),
        ),
    ),
)
