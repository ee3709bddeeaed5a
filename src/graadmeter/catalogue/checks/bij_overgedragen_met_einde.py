"""Transferred measure has an end."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ22",
    table="bij_jeugdbescherming",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("overgedragen", "einddatum"),
    title=Text("Overgedragen maatregel heeft een einde", "Transferred measure has an end"),
    message=Text(
        ("De maatregel is op {overgedragen} overgedragen; het einde ({einddatum}) levert de laatste instelling."),
        (
            "The measure was transferred on {overgedragen}; its end ({einddatum}) is for the last "
            "organisation to deliver."
        ),
    ),
    remedy=Text("Laat einddatum en reden leeg bij een overdracht.", "Leave end date and reason empty at a transfer."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 5.3.2, 5.3.3 en 7.5 (overdracht)",
    wrong="r.overgedragen IS NOT NULL AND r.einddatum IS NOT NULL",
    also={"bij_jeugdreclassering": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"overgedragen": "2025-10-01"},)),
        Example(({"overgedragen": "2025-10-01"},), table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"overgedragen": "2025-10-01", "einddatum": "2025-11-01"},)),
        Example(({"overgedragen": "2025-10-01", "einddatum": "2025-11-01"},), table="bij_jeugdreclassering"),
    ),
)
