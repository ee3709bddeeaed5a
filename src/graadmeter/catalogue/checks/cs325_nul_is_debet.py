"""Amount zero is no credit."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CS325",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("debet_credit", "bedrag"),
    title=Text("Bedrag nul is geen credit", "Amount zero is no credit"),
    message=Text(
        "Een bedrag van nul hoort debet (D) te zijn, hier staat credit (C).",
        "An amount of zero should be debit (D); here it is credit (C).",
    ),
    remedy=Text("Vraag de aanbieder de declaratieregel te verbeteren.", "Ask the provider to correct the claim line."),
    source="iStandaarden CS325",
    wrong="r.bedrag = 0 AND r.debet_credit = 'C'",
    fine=(Example(({"bedrag": "0", "debet_credit": "D"}, {"bedrag": "5", "debet_credit": "C"})),),
    faulty=(Example(({"bedrag": "0", "debet_credit": "C"},)),),
)
