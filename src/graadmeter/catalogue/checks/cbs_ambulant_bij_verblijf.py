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
    product.soort = 'jeugdhulp' AND product.vorm IN ('02', '03', '04') AND verblijf.begindatum <= r.begindatum
    AND verblijf.einddatum >= COALESCE(r.einddatum, verblijf.einddatum)
    """,
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
