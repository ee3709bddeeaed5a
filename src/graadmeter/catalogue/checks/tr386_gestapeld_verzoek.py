"""The same product is requested twice at once."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR386",
    table="verzoek",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("productcode", "toewijzing_ingangsdatum"),
    title=Text("Hetzelfde product is twee keer tegelijk gevraagd", "The same product is requested twice at once"),
    message=Text(
        "Product {productcode} staat twee keer in dit verzoek, met overlappende looptijd.",
        "Product {productcode} stands twice in this request, with overlapping dates.",
    ),
    remedy=Text("Vraag de aanbieder het verzoek te verbeteren.", "Ask the provider to correct the request."),
    source="iStandaarden TR386, OP347",
    wrong="""
    SELECT DISTINCT r.rij, NULL AS detail
    FROM :verzoek AS r
    JOIN :verzoek AS o ON o.bestand = r.bestand AND o.bsn = r.bsn AND o.rij < r.rij
     AND o.zorgsoort = r.zorgsoort
    WHERE o.toewijzing_ingangsdatum <= COALESCE(r.toewijzing_einddatum, CAST('9999-12-31' AS DATE))
      AND r.toewijzing_ingangsdatum <= COALESCE(o.toewijzing_einddatum, CAST('9999-12-31' AS DATE))
    """,
    is_query=True,
    key=("bestand", "bsn", "zorgsoort"),
    fine=(
        Example(
            (
                {
                    "bsn": "009999991",
                    "productcode": "45A48",
                    "toewijzing_ingangsdatum": "2025-01-01",
                    "toewijzing_einddatum": "2025-06-30",
                },
                {"bsn": "009999991", "productcode": "45A48", "toewijzing_ingangsdatum": "2025-07-01"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"bsn": "009999991", "productcode": "45A48", "toewijzing_ingangsdatum": "2025-01-01"},
                {"bsn": "009999991", "productcode": "45A48", "toewijzing_ingangsdatum": "2025-07-01"},
            )
        ),
    ),
)
