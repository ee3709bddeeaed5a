"""Reason and date of the end belong together."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ07",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("reden_einde", "einddatum"),
    title=Text("Reden en datum van het einde horen bij elkaar", "Reason and date of the end belong together"),
    message=Text(
        "Een beëindigd record heeft een einddatum én een reden; hier is één van beide leeg.",
        "A record that ended has an end date and a reason; here one of the two is empty.",
    ),
    remedy=Text(
        "Vul beide in, of laat beide leeg als de hulp loopt.", "Fill in both, or leave both empty while help runs."
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.7 en 5.3.1",
    wrong="(r.einddatum IS NULL) <> (r.reden_einde IS NULL)",
    also={"bij_jeugdbescherming": "", "bij_jeugdreclassering": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"einddatum": "2025-10-01", "reden_einde": "01"},)),
        Example(({"einddatum": "", "reden_einde": ""},)),
        Example(({"einddatum": "2025-10-01", "reden_einde": "04"},), table="bij_jeugdbescherming"),
        Example(({"einddatum": "", "reden_einde": ""},), table="bij_jeugdbescherming"),
        Example(({"einddatum": "2025-10-01", "reden_einde": "41"},), table="bij_jeugdreclassering"),
        Example(({"einddatum": "", "reden_einde": ""},), table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"einddatum": "2025-10-01", "reden_einde": ""},)),
        Example(({"einddatum": "2025-10-01", "reden_einde": ""},), table="bij_jeugdbescherming"),
        Example(({"einddatum": "2025-10-01", "reden_einde": ""},), table="bij_jeugdreclassering"),
    ),
)
