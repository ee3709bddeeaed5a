"""Credit line refers to nothing, or debit line does."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CD060",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("vorig_referentienummer", "debet_credit"),
    title=Text("Creditregel verwijst niet, of debetregel wel", "Credit line refers to nothing, or debit line does"),
    message=Text(
        (
            "Een creditregel noemt de regel die zij terugdraait, een debetregel niet. Hier is debet/credit "
            "{debet_credit} en het vorige nummer {vorig_referentienummer}."
        ),
        (
            "A credit line names the line it takes back, a debit line does not. Here debit/credit is "
            "{debet_credit} and the previous number {vorig_referentienummer}."
        ),
    ),
    remedy=Text("Vraag de aanbieder de declaratieregel te verbeteren.", "Ask the provider to correct the claim line."),
    source="iStandaarden CD060",
    wrong="(r.debet_credit = 'C') <> (r.vorig_referentienummer IS NOT NULL)",
    fine=(Example(({"debet_credit": "C", "vorig_referentienummer": "7"}, {"debet_credit": "D"})),),
    faulty=(Example(({"debet_credit": "C"}, {"debet_credit": "D", "vorig_referentienummer": "7"})),),
)
