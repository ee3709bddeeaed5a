"""The help of `graadmeter money spend`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.cli.help.place import YEAR
from graadmeter.domain.text import Text

PAGE = Page(
    "money spend",
    "GEMEENTE [--year JAAR] [--report VERSLAG] [--csv]",
    Text(
        "Legt declaraties naast de lasten in Iv3 en verklaart het verschil.",
        "Puts claims beside Iv3 spending and explains the difference.",
    ),
    Text(
        "Per groep taakvelden: de lasten die de gemeente aan het CBS opgaf, wat is gedeclareerd, en waardoor dat "
        "verschilt. De oorzaken zijn samen precies het verschil. De lasten komen uit de cijfers van anderen "
        "('graadmeter reference add').\n\nDeze cijfers zijn NIET beschermd en mogen de regio niet uit.",
        "Per group of task fields: what the municipality reported to CBS, what was claimed, and why they differ. The "
        "causes add up to the difference exactly. Spending comes from the figures of others ('graadmeter reference "
        "add').\n\nThese figures are NOT protected and must not leave the region.",
    ),
    arguments=(Entry("GEMEENTE", Text("Gemeente, met naam of code.", "A municipality, by name or code.")),),
    options=(
        YEAR,
        Entry(
            "--report VERSLAG",
            Text(
                "jaarrekening of begroting. Standaard de jaarrekening, als die er is.",
                "jaarrekening (accounts) or begroting (budget). By default the accounts, when they are there.",
            ),
        ),
        Entry("--csv", Text("Alle groepen als CSV, in eurocenten.", "All groups as CSV, in eurocents.")),
    ),
    examples=(Entry("graadmeter money spend Almelo --year 2024", Text("Almelo over 2024.", "Almelo in 2024.")),),
)
