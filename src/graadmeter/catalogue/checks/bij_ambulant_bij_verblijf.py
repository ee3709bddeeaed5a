"""Outpatient help during residence at the same provider."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ09",
    table="bij_jeugdhulp",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.INFORMATION,
    fields=("begindatum", "hulpvorm"),
    title=Text(
        "Ambulante hulp tijdens verblijf bij dezelfde aanbieder",
        "Outpatient help during residence at the same provider",
    ),
    message=Text(
        (
            "Hulpvorm {hulpvorm} valt samen met verblijf in hetzelfde bestand; het hoort bij het "
            "record van het verblijf."
        ),
        ("Form {hulpvorm} coincides with residence in the same file; it belongs to the record of the residence."),
    ),
    remedy=Text("Lever één record voor het verblijf.", "Deliver one record for the residence."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.3 (modules tijdens verblijf)",
    wrong=(
        "SELECT DISTINCT r.rij, NULL AS detail FROM :bij_jeugdhulp AS r JOIN :bij_jeugdhulp AS o "
        "ON o.bsn = r.bsn AND o.bestand = r.bestand AND o.periode = r.periode WHERE r.hulpvorm IN"
        " ('02', '03', '04') AND o.hulpvorm IN ('11', '12', '13', '14') AND r.bsn NOT IN "
        "('999999999', '000000000') AND o.begindatum <= r.begindatum AND r.begindatum <= "
        "COALESCE(o.einddatum, CAST('9999-12-31' AS DATE))"
    ),
    key=("bestand", "periode", "bsn"),
    valid_from=date(2021, 7, 1),
    is_query=True,
    fine=(
        Example(
            (
                {"periode": "2025HJ02", "bsn": "009999991", "hulpvorm": "14", "begindatum": "2025-03-01"},
                {"periode": "2025HJ02", "bsn": "009999991", "hulpvorm": "02", "begindatum": "2025-01-01"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"periode": "2025HJ02", "bsn": "009999991", "hulpvorm": "14", "begindatum": "2025-01-01"},
                {"periode": "2025HJ02", "bsn": "009999991", "hulpvorm": "02", "begindatum": "2025-03-01"},
            )
        ),
    ),
)
