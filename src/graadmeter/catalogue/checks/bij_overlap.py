"""The same form of help overlaps."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ08",
    table="bij_jeugdhulp",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.INFORMATION,
    fields=("begindatum", "einddatum", "hulpvorm"),
    title=Text("Dezelfde hulpvorm overlapt", "The same form of help overlaps"),
    message=Text(
        ("Dit BSN heeft hulpvorm {hulpvorm} ook in een ander record met overlappende datums. Zij tellen als één."),
        ("This BSN has form {hulpvorm} in another record with overlapping dates too. They count as one."),
    ),
    remedy=Text(
        "Voeg overlappende records samen: vroegste aanvang, einde als de laatste eindigt.",
        "Merge overlapping records: earliest start, end when the last one ends.",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.3 (samenvoegen)",
    wrong=(
        "SELECT DISTINCT r.rij, NULL AS detail FROM :bij_jeugdhulp AS r JOIN :bij_jeugdhulp AS o "
        "ON o.bsn = r.bsn AND o.hulpvorm = r.hulpvorm AND o.periode = r.periode AND o.bestand = "
        "r.bestand AND o.rij < r.rij WHERE r.bsn NOT IN ('999999999', '000000000') AND "
        "o.begindatum <= COALESCE(r.einddatum, CAST('9999-12-31' AS DATE)) AND r.begindatum <= "
        "COALESCE(o.einddatum, CAST('9999-12-31' AS DATE))"
    ),
    key=("bestand", "periode", "bsn", "hulpvorm"),
    valid_from=date(2021, 7, 1),
    is_query=True,
    fine=(
        Example(
            (
                {
                    "periode": "2025HJ02",
                    "bsn": "009999991",
                    "hulpvorm": "02",
                    "begindatum": "2025-01-01",
                    "einddatum": "2025-08-01",
                },
                {"periode": "2025HJ02", "bsn": "009999991", "hulpvorm": "02", "begindatum": "2025-08-02"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"periode": "2025HJ02", "bsn": "009999991", "hulpvorm": "02", "begindatum": "2025-01-01"},
                {"periode": "2025HJ02", "bsn": "009999991", "hulpvorm": "02", "begindatum": "2025-08-02"},
            )
        ),
    ),
)
