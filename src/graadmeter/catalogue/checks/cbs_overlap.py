"""The same care overlaps."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CBS02",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.INFORMATION,
    fields=("begindatum", "einddatum", "productcode"),
    title=Text("Dezelfde hulp overlapt", "The same care overlaps"),
    message=Text(
        (
            "Deze persoon heeft dezelfde hulp van dezelfde aanbieder ook in een andere regel, met overlappende "
            "datums. Zij tellen als één traject."
        ),
        (
            "This person has the same care from the same provider in another row too, with overlapping dates. "
            "They count as one trajectory."
        ),
    ),
    remedy=Text(
        "U hoeft niets te doen: overlappende hulp wordt samengevoegd.",
        "There is nothing to do: overlapping care is merged.",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.3 (sleutel: BSN, hulpvorm, aanvang)",
    wrong="""
    SELECT DISTINCT r.rij, NULL AS detail
    FROM :voorziening AS r
    JOIN :voorziening AS o ON o.bsn = r.bsn AND o.aanbieder = r.aanbieder AND o.wet = r.wet AND o.rij < r.rij
     AND o.zorgsoort = r.zorgsoort
    WHERE r.bsn NOT IN ('999999999', '000000000')
      AND o.begindatum <= COALESCE(r.einddatum, CAST('9999-12-31' AS DATE))
      AND r.begindatum <= COALESCE(o.einddatum, CAST('9999-12-31' AS DATE))
    """,
    is_query=True,
    key=("bsn", "aanbieder", "wet", "zorgsoort"),
    fine=(
        Example(
            (
                {
                    "bsn": "009999991",
                    "aanbieder": "41410001",
                    "wet": "jeugdwet",
                    "hulpvorm": "02",
                    "begindatum": "2025-01-01",
                    "einddatum": "2025-10-31",
                },
                {
                    "bsn": "009999991",
                    "aanbieder": "41410001",
                    "wet": "jeugdwet",
                    "hulpvorm": "02",
                    "begindatum": "2025-11-01",
                },
            )
        ),
    ),
    faulty=(
        Example(
            (
                {
                    "bsn": "009999991",
                    "aanbieder": "41410001",
                    "wet": "jeugdwet",
                    "hulpvorm": "02",
                    "begindatum": "2025-01-01",
                },
                {
                    "bsn": "009999991",
                    "aanbieder": "41410001",
                    "wet": "jeugdwet",
                    "hulpvorm": "02",
                    "begindatum": "2025-11-01",
                },
            )
        ),
    ),
)
