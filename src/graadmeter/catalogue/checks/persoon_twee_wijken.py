"""One person in two wijken."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-WIJK1",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Eén persoon in twee wijken", "One person in two wijken"),
    message=Text(
        "Eén persoon staat in dit kwartaal in meer dan één wijk. Wij gebruiken er één.",
        "One person stands in more than one wijk in this quarter. We use one of them.",
    ),
    remedy=Text("Kies de wijk op de laatste dag van het kwartaal.", "Choose the wijk on the last day of the quarter."),
    source="indeling regionaal uittreksel: wijk aan het eind van het kwartaal",
    wrong="r.wijk <> eerste.wijk AND r.bsn NOT IN ('999999999', '000000000')",
    key=("bsn",),
    fine=(Example(({"bsn": "009999991", "wijk": "WK014110"}, {"bsn": "009999991"})),),
    faulty=(Example(({"bsn": "009999991", "wijk": "WK014110"}, {"bsn": "009999991", "wijk": "WK014120"})),),
)
