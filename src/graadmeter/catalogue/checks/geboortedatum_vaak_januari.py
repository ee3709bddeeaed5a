"""Many dates of birth on 1 January."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-GEB5",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("geboortedatum",),
    title=Text("Veel geboortedatums op 1 januari", "Many dates of birth on 1 January"),
    message=Text(
        "{detail} procent van de personen zou op 1 januari zijn geboren. Is dat een vuldatum?",
        "{detail} percent of the persons would be born on 1 January. Is that a filler?",
    ),
    remedy=Text(
        "Lever de geboortedatum uit de BRP; onbekend is 1900-01-01.",
        "Deliver the date of birth from the BRP; unknown is 1900-01-01.",
    ),
    source="iStandaarden CS139, IV009; eigen regel",
    wrong="EXTRACT(MONTH FROM r.geboortedatum) = 1 AND EXTRACT(DAY FROM r.geboortedatum) = 1",
    share=0.05,
    least=20,
    fine=(Example(({"geboortedatum": "2010-03-04"},) * 40),),
    faulty=(Example(({"geboortedatum": "2010-01-01"},) * 20),),
)
