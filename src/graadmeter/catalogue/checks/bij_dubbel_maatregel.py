"""Measure stands twice."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ04",
    table="bij_jeugdbescherming",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("begindatum", "maatregel"),
    title=Text("Maatregel staat dubbel", "Measure stands twice"),
    message=Text(
        (
            "Maatregel {maatregel} met aanvang {begindatum} staat al eerder voor dit BSN in de "
            "periode; alleen de eerste telt."
        ),
        ("Measure {maatregel} begun on {begindatum} stands for this BSN before in the period; only the first counts."),
    ),
    remedy=Text("Voeg de records samen tot één.", "Merge the records into one."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 5.1.1, 5.2.1 en 7.5",
    wrong="r.volg > 1 AND r.bsn NOT IN ('999999999', '000000000')",
    also={"bij_jeugdreclassering": ""},
    key=("periode", "bsn", "begindatum", "maatregel"),
    valid_from=date(2021, 7, 1),
    fine=(
        Example(
            (
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-01-01", "maatregel": "11"},
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-02-01", "maatregel": "11"},
            )
        ),
        Example(
            (
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-01-01", "maatregel": "41"},
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-02-01", "maatregel": "41"},
            ),
            table="bij_jeugdreclassering",
        ),
    ),
    faulty=(
        Example(
            (
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-01-01", "maatregel": "11"},
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-01-01", "maatregel": "11"},
            )
        ),
        Example(
            (
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-01-01", "maatregel": "41"},
                {"periode": "2025HJ02", "bsn": "009999991", "begindatum": "2025-01-01", "maatregel": "41"},
            ),
            table="bij_jeugdreclassering",
        ),
    ),
)
