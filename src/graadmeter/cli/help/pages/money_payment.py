"""The help of `graadmeter money payment`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.help.place import PLACE, YEAR
from graadmeter.domain.text import Text

PAGE = Page(
    "money payment",
    "[GEBIED] [--year JAAR] [--law WET] [--tariffs BESTAND] [--csv]",
    Text(
        "Rekent uit wat betalen per resultaat zou hebben betekend.",
        "Works out what payment by result would have meant.",
    ),
    Text(
        "Speelt de trajecten die in een jaar eindigden na: per profiel (soort hulp en vorm) één vast bedrag, het "
        "gemiddelde van wat nu gedeclareerd is. Toont per aanbieder en per profiel het verschil, de marge door toeval "
        "en de kans op meer dan 5% verlies.\n\n"
        "Deze cijfers zijn NIET beschermd en mogen de regio niet uit.",
        "Replays the trajectories that ended in a year: one fixed sum per profile (kind of care and form), the mean of "
        "what was claimed. Shows per provider and per profile the difference, the margin of chance and the chance of a "
        "loss above 5%.\n\n"
        "These figures are NOT protected and must not leave the region.",
    ),
    arguments=(PLACE,),
    options=(
        YEAR,
        Entry("--law WET", Text("jeugdwet (standaard) of wmo.", "jeugdwet (default) or wmo.")),
        Entry(
            "--tariffs BESTAND",
            Text(
                "CSV met profiel en bedrag (euro). Wat er niet in staat, krijgt het gemiddelde.",
                "CSV with profiel and bedrag (euros). What is not in it gets the mean.",
            ),
        ),
        Entry("--seed GETAL", Text("Hetzelfde getal geeft dezelfde uitkomst.", "The same number, the same outcome.")),
        Entry("--csv", Text("Aanbieders en profielen als CSV, in euro.", "Providers and profiles as CSV, in euros.")),
    ),
    examples=(Entry("graadmeter money payment --year 2025", Text("De hele regio.", "The whole region.")),),
)
