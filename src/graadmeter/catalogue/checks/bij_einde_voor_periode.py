"""Record had ended before the period."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ12",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("einddatum", "periode"),
    title=Text("Record was al voor de periode geëindigd", "Record had ended before the period"),
    message=Text(
        ("De einddatum ({einddatum}) ligt voor periode {periode}; het record hoort in een eerdere periode."),
        ("The end ({einddatum}) lies before period {periode}; the record belongs in an earlier period."),
    ),
    remedy=Text("Lever de eerdere periode opnieuw, als geheel.", "Deliver the earlier period again, as a whole."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 7.5 (gestart, lopend, beëindigd)",
    wrong="r.einddatum < r.periode_van",
    also={"bij_jeugdbescherming": "", "bij_jeugdreclassering": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"periode": "2025HJ02", "einddatum": "2025-07-01"},)),
        Example(({"periode": "2025HJ02", "einddatum": "2025-07-01"},), table="bij_jeugdbescherming"),
        Example(({"periode": "2025HJ02", "einddatum": "2025-07-01"},), table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"periode": "2025HJ02", "einddatum": "2025-06-30"},)),
        Example(({"periode": "2025HJ02", "einddatum": "2025-06-30"},), table="bij_jeugdbescherming"),
        Example(({"periode": "2025HJ02", "einddatum": "2025-06-30"},), table="bij_jeugdreclassering"),
    ),
)
