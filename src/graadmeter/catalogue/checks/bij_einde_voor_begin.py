"""End lies before the start."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ05",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("einddatum", "begindatum"),
    title=Text("Einde ligt voor de aanvang", "End lies before the start"),
    message=Text(
        "De einddatum ({einddatum}) ligt voor de aanvang ({begindatum}).",
        "The end ({einddatum}) lies before the start ({begindatum}).",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.6, 5.1.3 en 5.2.3",
    wrong="r.einddatum < r.begindatum",
    also={"bij_jeugdbescherming": "", "bij_jeugdreclassering": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"begindatum": "2025-07-02", "einddatum": "2025-07-02"},)),
        Example(({"begindatum": "2025-07-02", "einddatum": "2025-07-02"},), table="bij_jeugdbescherming"),
        Example(({"begindatum": "2025-07-02", "einddatum": "2025-07-02"},), table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"begindatum": "2025-07-02", "einddatum": "2025-07-01"},)),
        Example(({"begindatum": "2025-07-02", "einddatum": "2025-07-01"},), table="bij_jeugdbescherming"),
        Example(({"begindatum": "2025-07-02", "einddatum": "2025-07-01"},), table="bij_jeugdreclassering"),
    ),
)
