"""Youth help stands twice."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ02",
    table="bij_jeugdhulp",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("begindatum", "hulpvorm"),
    title=Text("Jeugdhulp staat dubbel", "Youth help stands twice"),
    message=Text(
        (
            "Deze hulpvorm ({hulpvorm}) met aanvang {begindatum} staat al eerder voor dit BSN in de "
            "periode; alleen de eerste telt."
        ),
        (
            "This form of help ({hulpvorm}) begun on {begindatum} stands for this BSN before in the "
            "period; only the first counts."
        ),
    ),
    remedy=Text("Voeg de records samen tot één.", "Merge the records into one."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.3 (sleutel: BSN, aanvang, hulpvorm)",
    wrong="r.volg > 1 AND r.bsn NOT IN ('999999999', '000000000')",
    key=("periode", "bsn", "begindatum", "hulpvorm"),
    valid_from=date(2021, 7, 1),
    fine=(
        Example(
            (
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-01-01", "hulpvorm": "02"},
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-01-01", "hulpvorm": "03"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-01-01", "hulpvorm": "02"},
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-01-01", "hulpvorm": "02"},
            )
        ),
    ),
)
