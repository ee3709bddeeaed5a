"""Outpatient help during residence at the same provider."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CBS03",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.INFORMATION,
    fields=("productcode", "begindatum", "aanbieder"),
    title=Text(
        "Ambulante hulp tijdens verblijf bij dezelfde aanbieder",
        "Outpatient help during residence at the same provider",
    ),
    message=Text(
        (
            "Deze ambulante hulp loopt tijdens verblijf bij dezelfde aanbieder. Voor het CBS hoort zij bij het "
            "verblijf; hier telt zij als eigen voorziening."
        ),
        (
            "This outpatient help runs during residence at the same provider. For CBS it belongs to the "
            "residence; here it counts as a provision of its own."
        ),
    ),
    remedy=Text(
        "U hoeft niets te doen. Cijfers van het CBS kunnen hierdoor lager zijn.",
        "There is nothing to do. Figures of CBS may be lower because of this.",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.3 (modules tijdens verblijf)",
    wrong="""
    SELECT DISTINCT r.rij, NULL AS detail
    FROM :voorziening AS r
    JOIN :product AS a ON a.domein = r.domein AND a.productcode = r.productcode AND r.begindatum BETWEEN a.van AND a.tot
    JOIN :voorziening AS o ON o.bsn = r.bsn AND o.aanbieder = r.aanbieder AND o.domein = r.domein AND o.rij <> r.rij
    JOIN :product AS v ON v.domein = o.domein AND v.productcode = o.productcode AND o.begindatum BETWEEN v.van AND v.tot
    WHERE a.soort = 'jeugdhulp' AND a.vorm IN ('02', '03', '04') AND v.vorm IN ('11', '12', '13', '14')
      AND v.soort = 'jeugdhulp' AND o.begindatum <= r.begindatum
      AND COALESCE(o.einddatum, CAST('9999-12-31' AS DATE)) >= COALESCE(r.einddatum, CAST('9999-12-31' AS DATE))
    """,
    is_query=True,
    fine=(
        Example(
            (
                {
                    "bsn": "009999991",
                    "aanbieder": "41410001",
                    "wet": "jeugdwet",
                    "productcode": "53A05",
                    "begindatum": "2025-02-01",
                },
                {
                    "bsn": "009999991",
                    "aanbieder": "41410002",
                    "wet": "jeugdwet",
                    "productcode": "44A07",
                    "begindatum": "2025-01-01",
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
                    "productcode": "53A05",
                    "begindatum": "2025-02-01",
                },
                {
                    "bsn": "009999991",
                    "aanbieder": "41410001",
                    "wet": "jeugdwet",
                    "productcode": "44A07",
                    "begindatum": "2025-01-01",
                },
            )
        ),
    ),
)
