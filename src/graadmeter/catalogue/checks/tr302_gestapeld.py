"""The same product is assigned twice at once."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR302",
    table="toewijzing",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("productcode", "ingangsdatum", "einddatum"),
    title=Text("Hetzelfde product is twee keer tegelijk toegewezen", "The same product is assigned twice at once"),
    message=Text(
        (
            "Product {productcode} is in dit bericht ook in een andere toewijzing ({detail}) toegewezen, met "
            "overlappende looptijd."
        ),
        (
            "Product {productcode} is also assigned in another assignment ({detail}) of this message, with "
            "overlapping dates."
        ),
    ),
    remedy=Text(
        "Beëindig de ene toewijzing voor de andere begint, of maak er één van.",
        "End one assignment before the other begins, or make them one.",
    ),
    source="iStandaarden TR302, OP259",
    wrong="""
    SELECT r.rij, MIN(o.nummer) AS detail
    FROM :toewijzing AS r
    JOIN :toewijzing AS o
      ON o.bestand = r.bestand AND o.bsn = r.bsn AND o.domein = r.domein AND o.nummer < r.nummer
     AND o.zorgsoort = r.zorgsoort
    WHERE o.ingangsdatum <= COALESCE(r.einddatum, CAST('9999-12-31' AS DATE))
      AND r.ingangsdatum <= COALESCE(o.einddatum, CAST('9999-12-31' AS DATE))
      AND NOT (r.einddatum = r.ingangsdatum AND COALESCE(r.reden_wijziging, '') IN ('01', '13'))
      AND NOT (o.einddatum = o.ingangsdatum AND COALESCE(o.reden_wijziging, '') IN ('01', '13'))
    GROUP BY r.rij
    """,
    is_query=True,
    key=("bestand", "bsn", "domein", "zorgsoort"),
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "bsn": "009999991",
                    "productcode": "45A48",
                    "ingangsdatum": "2025-01-01",
                    "einddatum": "2025-06-30",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "2",
                    "bsn": "009999991",
                    "productcode": "45A48",
                    "ingangsdatum": "2025-07-01",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "3",
                    "bsn": "009999991",
                    "productcode": "45A48",
                    "ingangsdatum": "2025-01-01",
                    "einddatum": "2025-01-01",
                    "reden_wijziging": "13",
                },
            )
        ),
    ),
    faulty=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "bsn": "009999991",
                    "productcode": "45A48",
                    "ingangsdatum": "2025-01-01",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "2",
                    "bsn": "009999991",
                    "productcode": "45A48",
                    "ingangsdatum": "2025-07-01",
                },
            )
        ),
    ),
)
