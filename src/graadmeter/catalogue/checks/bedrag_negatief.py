"""Amount or volume is negative."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEDRAG",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("bedrag", "volume"),
    title=Text("Bedrag of volume is negatief", "Amount or volume is negative"),
    message=Text(
        ("Het bedrag is {bedrag} cent en het volume {volume}. Een correctie is een creditregel, geen negatief getal."),
        ("The amount is {bedrag} cents and the volume {volume}. A correction is a credit line, not a negative number."),
    ),
    remedy=Text(
        "Vraag de aanbieder een creditregel (C) met een positief bedrag te sturen.",
        "Ask the provider to send a credit line (C) with a positive amount.",
    ),
    source="iStandaarden RS001, IV091",
    wrong="r.bedrag < 0 OR r.volume < 0",
    fine=(Example(({"bedrag": "0", "volume": "0"}, {"bedrag": "10", "volume": "1"})),),
    faulty=(Example(({"bedrag": "-10", "volume": "1"}, {"bedrag": "10", "volume": "-1"})),),
)
