"""Date of birth is unknown."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-GEB3",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("geboortedatum",),
    title=Text("Geboortedatum is onbekend", "Date of birth is unknown"),
    message=Text(
        (
            "De geboortedatum is 1 januari 1900, het teken voor 'onbekend'. Zonder leeftijd kan de regel niet "
            "bij jeugd of volwassenen worden geteld."
        ),
        (
            "The date of birth is 1 January 1900, the mark for 'unknown'. Without an age the row cannot be "
            "counted with youths or adults."
        ),
    ),
    remedy=Text("Lever de geboortedatum na zodra die bekend is.", "Deliver the date of birth once it is known."),
    source="iStandaarden TR002, IV009",
    wrong="r.geboortedatum = CAST('1900-01-01' AS DATE)",
    also={"toewijzing": ""},
    fine=(Example(({"geboortedatum": "1930-01-01"},)), Example(({"geboortedatum": "2011-01-01"},), table="toewijzing")),
    faulty=(
        Example(({"geboortedatum": "1900-01-01"},)),
        Example(({"geboortedatum": "01-01-1900"},), table="toewijzing"),
    ),
)
