"""Age lies outside 0 to 95."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEV2",
    table="bevolking",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("leeftijd",),
    title=Text("Leeftijd valt buiten 0 tot en met 95", "Age lies outside 0 to 95"),
    message=Text(
        "De leeftijd is {leeftijd}; de hoogste is 95 (95 en ouder).",
        "The age is {leeftijd}; the highest is 95 (95 and older).",
    ),
    remedy=Text("Tel iedereen van 95 en ouder bij 95.", "Count everybody of 95 and older at 95."),
    source="indeling bevolking",
    wrong="r.leeftijd > 95",
    fine=(Example(({"leeftijd": "95"}, {"leeftijd": "0"})),),
    faulty=(Example(({"leeftijd": "96"},)),),
)
