"""Of which municipality and year an analyst asks unprotected figures: the same in every command that gives them."""

from graadmeter.cli.help.page import Entry
from graadmeter.domain.text import Text

PLACE = Entry(
    "GEBIED",
    Text("Gemeente, met naam of code. Standaard de hele regio.", "A municipality. By default the region."),
)
YEAR = Entry("--year JAAR", Text("Standaard het laatste hele jaar.", "By default the last whole year."))
LAW = Entry("--law WET", Text("jeugdwet of wmo. Standaard beide.", "jeugdwet or wmo. By default both."))
