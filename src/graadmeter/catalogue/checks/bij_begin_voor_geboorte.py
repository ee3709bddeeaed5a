"""Start lies before birth."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ16",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("begindatum", "geboortedatum"),
    title=Text("Aanvang ligt voor de geboorte", "Start lies before birth"),
    message=Text(
        "De aanvang ({begindatum}) ligt meer dan een jaar voor het geboortejaar.",
        "The start ({begindatum}) lies more than a year before the year of birth.",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 2.3 (ongeboren kinderen)",
    wrong="EXTRACT(YEAR FROM r.begindatum) < r.geboortejaar - 1",
    also={"bij_jeugdbescherming": "", "bij_jeugdreclassering": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"begindatum": "2025-01-01", "geboortedatum": "20250400"},)),
        Example(({"begindatum": "2025-01-01", "geboortedatum": "20250400"},), table="bij_jeugdbescherming"),
        Example(({"begindatum": "2025-01-01", "geboortedatum": "20250400"},), table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"begindatum": "2022-01-01", "geboortedatum": "20250400"},)),
        Example(({"begindatum": "2022-01-01", "geboortedatum": "20250400"},), table="bij_jeugdbescherming"),
        Example(({"begindatum": "2022-01-01", "geboortedatum": "20250400"},), table="bij_jeugdreclassering"),
    ),
)
