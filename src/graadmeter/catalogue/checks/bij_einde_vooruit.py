"""End date was delivered in advance."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ11",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("einddatum", "periode"),
    title=Text("Einddatum is vooruit geleverd", "End date was delivered in advance"),
    message=Text(
        ("De einddatum ({einddatum}) ligt na periode {periode}. Een einde wordt pas geleverd als het er is."),
        ("The end ({einddatum}) lies after period {periode}. An end is delivered only once it is there."),
    ),
    remedy=Text(
        "Laat de einddatum leeg zolang de hulp of maatregel loopt.",
        "Leave the end date empty while help or measure runs.",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.6, 5.1.3 en 5.2.3 (niet op voorhand)",
    wrong="r.einddatum > r.periode_tot",
    also={"bij_jeugdbescherming": "", "bij_jeugdreclassering": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"periode": "2025HJ02", "einddatum": "2025-12-31"},)),
        Example(({"periode": "2025HJ02", "einddatum": "2025-12-31"},), table="bij_jeugdbescherming"),
        Example(({"periode": "2025HJ02", "einddatum": "2025-12-31"},), table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"periode": "2025HJ02", "einddatum": "2026-01-01"},)),
        Example(({"periode": "2025HJ02", "einddatum": "2026-01-01"},), table="bij_jeugdbescherming"),
        Example(({"periode": "2025HJ02", "einddatum": "2026-01-01"},), table="bij_jeugdreclassering"),
    ),
)
