"""Household in two wijken."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-HUIS3",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Huishouden in twee wijken", "Household in two wijken"),
    message=Text(
        "Eén huishouden staat in dit kwartaal in meer dan één wijk.",
        "One household stands in more than one wijk in this quarter.",
    ),
    remedy=Text("Kies de wijk op de laatste dag van het kwartaal.", "Choose the wijk on the last day of the quarter."),
    source="indeling regionaal uittreksel: wijk aan het eind van het kwartaal",
    wrong="r.wijk <> eerste.wijk",
    key=("huishouden",),
    fine=(Example(({"huishouden": "H1", "wijk": "WK014110"}, {"huishouden": "H1"})),),
    faulty=(Example(({"huishouden": "H1", "wijk": "WK014110"}, {"huishouden": "H1", "wijk": "WK014120"})),),
)
