"""Weekly assignment has no end date."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CD076",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("einddatum", "frequentie"),
    title=Text("Toewijzing per week heeft geen einddatum", "Weekly assignment has no end date"),
    message=Text(
        (
            "De toewijzing noemt een omvang per week (frequentie 2), maar heeft geen einddatum. De totale omvang "
            "is dan niet te bepalen."
        ),
        (
            "The assignment gives a volume per week (frequency 2) but has no end date, so its total volume "
            "cannot be determined."
        ),
    ),
    remedy=Text("Vul de einddatum in.", "Fill in the end date."),
    source="iStandaarden CD076",
    wrong="r.frequentie = '2' AND r.einddatum IS NULL",
    fine=(Example(({"frequentie": "2", "einddatum": "2026-10-01"}, {"frequentie": "4"})),),
    faulty=(Example(({"frequentie": "2"},)),),
)
