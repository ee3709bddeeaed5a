"""The help of `graadmeter indicators`."""

from graadmeter.cli.help.figure import INDICATOR
from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "indicators",
    "[INDICATOR] [--test BESTAND] [--docs BESTAND]",
    Text(
        "Legt uit wat er wordt geteld, en test een eigen definitie.",
        "Explains what is counted, and tests a definition of your own.",
    ),
    Text(
        "Zonder naam: alle indicatoren, per thema. Met een naam: wat die indicator telt, wat hij niet zegt en waar de "
        "definitie vandaan komt. Een eigen indicator is één YAML-bestand in de map 'indicatoren' van de werkmap; "
        "--test leest zo'n bestand en rekent het voorbeeld erin na.",
        "Without a name: all indicators, by theme. With a name: what that indicator counts, what it does not say and "
        "where the definition comes from. An indicator of your own is one YAML file in the folder 'indicatoren' of the "
        "workspace; --test reads such a file and works out the example in it.",
    ),
    arguments=(INDICATOR,),
    options=(
        Entry(
            "--test BESTAND",
            Text(
                "Reken het voorbeeld in dit YAML-bestand na.",
                "Work out the example in this YAML file.",
            ),
        ),
        Entry(
            "--docs BESTAND",
            Text(
                "Schrijf de lijst van alle indicatoren als documentatiepagina in dit bestand.",
                "Write the list of all indicators as a page of documentation to this file.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter indicators jeugdhulp",
            Text(
                "Wat telt mee, en wat niet?",
                "What counts, and what does not?",
            ),
        ),
        Entry(
            "graadmeter indicators --test indicatoren/pleegzorg.yaml",
            Text(
                "Klopt mijn definitie?",
                "Is my definition right?",
            ),
        ),
    ),
)
