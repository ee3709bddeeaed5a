"""Measure taken over has a start."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ23",
    table="bij_jeugdbescherming",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("overgenomen", "begindatum"),
    title=Text("Overgenomen maatregel heeft een aanvang", "Measure taken over has a start"),
    message=Text(
        ("De maatregel is op {overgenomen} overgenomen; de aanvang ({begindatum}) levert de eerste instelling."),
        (
            "The measure was taken over on {overgenomen}; its start ({begindatum}) is for the first "
            "organisation to deliver."
        ),
    ),
    remedy=Text("Laat de aanvang leeg bij een overname.", "Leave the start empty when taken over."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 5.3.2, 5.3.3 en 7.5 (overdracht)",
    wrong="r.overgenomen IS NOT NULL AND r.begindatum IS NOT NULL",
    also={"bij_jeugdreclassering": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"overgenomen": "2025-10-01"},)),
        Example(({"overgenomen": "2025-10-01"},), table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"overgenomen": "2025-10-01", "begindatum": "2025-01-01"},)),
        Example(({"overgenomen": "2025-10-01", "begindatum": "2025-01-01"},), table="bij_jeugdreclassering"),
    ),
)
