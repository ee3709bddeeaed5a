"""The help of `graadmeter rules`."""

from graadmeter.cli.help.engine import ENGINE
from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.help.place import PLACE, YEAR
from graadmeter.domain.text import Text

PAGE = Page(
    "rules",
    "[GEBIED] [--year JAAR] [--start REGEL] [--end REGEL] [--unit EENHEID]",
    Text(
        "Telt jeugdhulp volgens elke telregel en verklaart het verschil.",
        "Counts youth help by every counting rule and explains the difference.",
    ),
    Text(
        "Waarom verschilt ons cijfer van dat van het CBS of de begroting? Zet de cijfers van een gebied en een jaar "
        "naast elkaar en verdeelt het verschil over de oorzaken; samen zijn die precies het verschil.\n\n"
        "Deze cijfers zijn NIET beschermd en mogen de regio niet uit.",
        "Why does our figure differ from that of CBS or the budget? Puts the figures of an area and year side by side "
        "and divides the difference over its causes, which add up to it exactly.\n\n"
        "These figures are NOT protected and must not leave the region.",
    ),
    arguments=(PLACE,),
    options=(
        YEAR,
        Entry("--start REGEL", Text("Waar de stappen beginnen: regiomonitor.", "Where the steps begin: regiomonitor.")),
        Entry("--end REGEL", Text("Waar ze eindigen: bij elke andere regel.", "Where they end: at every other rule.")),
        Entry("--unit EENHEID", Text("personen (standaard) of trajecten.", "personen (default) or trajecten.")),
        Entry("--csv", Text("De stappen als CSV.", "The steps as CSV.")),
        ENGINE,
    ),
    examples=(
        Entry("graadmeter rules Almelo --year 2025", Text("Almelo in een jaar.", "Almelo in a year.")),
        Entry("graadmeter rules --end cbs --csv > cbs.csv", Text("De stappen naar het CBS.", "The steps to CBS.")),
    ),
)
