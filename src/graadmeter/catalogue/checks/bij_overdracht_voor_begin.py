"""Transfer lies before the start."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ25",
    table="bij_jeugdbescherming",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("overgedragen", "begindatum"),
    title=Text("Overdracht ligt voor de aanvang", "Transfer lies before the start"),
    message=Text(
        "De overdracht ({overgedragen}) ligt voor de aanvang ({begindatum}).",
        "The transfer ({overgedragen}) lies before the start ({begindatum}).",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 5.3.2, 5.3.3 en 7.5 (overdracht)",
    wrong="r.overgedragen < r.begindatum",
    also={"bij_jeugdreclassering": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"overgedragen": "2025-10-01", "begindatum": "2025-01-01"},)),
        Example(({"overgedragen": "2025-10-01", "begindatum": "2025-01-01"},), table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"overgedragen": "2024-10-01", "begindatum": "2025-01-01"},)),
        Example(({"overgedragen": "2024-10-01", "begindatum": "2025-01-01"},), table="bij_jeugdreclassering"),
    ),
)
