"""Start lies after the period reported."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ10",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("begindatum", "periode"),
    title=Text("Aanvang ligt na de verslagperiode", "Start lies after the period reported"),
    message=Text(
        ("De aanvang ({begindatum}) ligt na periode {periode}. Alleen wat al begonnen is hoort in het bestand."),
        ("The start ({begindatum}) lies after period {periode}. Only what has begun belongs in the file."),
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 7.5 (gestart, lopend, beëindigd)",
    wrong="r.begindatum > r.periode_tot",
    also={"bij_jeugdbescherming": "", "bij_jeugdreclassering": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"periode": "2025HJ02", "begindatum": "2025-12-31"},)),
        Example(({"periode": "2025HJ02", "begindatum": "2025-12-31"},), table="bij_jeugdbescherming"),
        Example(({"periode": "2025HJ02", "begindatum": "2025-12-31"},), table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"periode": "2025HJ02", "begindatum": "2026-01-01"},)),
        Example(({"periode": "2025HJ02", "begindatum": "2026-01-01"},), table="bij_jeugdbescherming"),
        Example(({"periode": "2025HJ02", "begindatum": "2026-01-01"},), table="bij_jeugdreclassering"),
    ),
)
