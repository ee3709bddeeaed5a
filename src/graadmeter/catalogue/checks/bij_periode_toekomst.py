"""Period lies after the delivery."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ13",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("periode",),
    title=Text("Periode ligt na de levering", "Period lies after the delivery"),
    message=Text(
        "Periode {periode} eindigt na het kwartaal van de levering.",
        "Period {periode} ends after the quarter of the delivery.",
    ),
    remedy=Text(
        "Controleer de periode, of lever in het laatste kwartaal van de periode.",
        "Check the period, or deliver in its last quarter.",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 7.3 (verslagperiodes)",
    wrong="r.periode_tot > :laatste_dag",
    also={
        "bij_jeugdbescherming": "",
        "bij_jeugdreclassering": "",
        "vt_advies": "",
        "vt_melding": "",
        "vt_onderzoek": "",
    },
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"periode": "2025HJ02"},)),
        Example(({"periode": "2025HJ02"},), table="bij_jeugdbescherming"),
        Example(({"periode": "2025HJ02"},), table="bij_jeugdreclassering"),
        Example(({"periode": "2025HJ02"},), table="vt_advies"),
        Example(({"periode": "2025HJ02"},), table="vt_melding"),
        Example(({"periode": "2025HJ02"},), table="vt_onderzoek"),
    ),
    faulty=(
        Example(({"periode": "2026HJ01"},)),
        Example(({"periode": "2026HJ01"},), table="bij_jeugdbescherming"),
        Example(({"periode": "2026HJ01"},), table="bij_jeugdreclassering"),
        Example(({"periode": "2026HJ01"},), table="vt_advies"),
        Example(({"periode": "2026HJ01"},), table="vt_melding"),
        Example(({"periode": "2026HJ01"},), table="vt_onderzoek"),
    ),
)
