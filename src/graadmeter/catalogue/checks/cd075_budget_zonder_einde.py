"""Assignment with a budget has no end date."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CD075",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("einddatum", "budget"),
    title=Text("Toewijzing met budget heeft geen einddatum", "Assignment with a budget has no end date"),
    message=Text(
        "De toewijzing noemt een budget, maar heeft geen einddatum.",
        "The assignment gives a budget but has no end date.",
    ),
    remedy=Text("Vul de einddatum in.", "Fill in the end date."),
    source="iStandaarden CD075",
    wrong="r.budget IS NOT NULL AND r.einddatum IS NULL",
    fine=(Example(({"budget": "100", "einddatum": "2026-01-01"}, {"volume": "3"})),),
    faulty=(Example(({"budget": "100"},)),),
)
