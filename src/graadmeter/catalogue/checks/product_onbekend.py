"""Product code is not in the product list."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-PROD1",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("productcode",),
    title=Text("Productcode staat niet in de productlijst", "Product code is not in the product list"),
    message=Text(
        (
            "Productcode {productcode} staat niet in de productlijst van de regio voor die datum. Zonder lijst "
            "is niet te bepalen om welke hulp het gaat."
        ),
        (
            "Product code {productcode} is not in the region's product list for that date. Without it the kind "
            "of care cannot be told."
        ),
    ),
    remedy=Text(
        "Verbeter de code, of vraag de regio het product met begindatum in de productlijst op te nemen.",
        "Correct the code, or ask the region to add the product with its start date to the list.",
    ),
    source="eigen regel; iStandaarden TR381 (gehanteerde productcodelijst)",
    wrong="""
    r.productcode IS NOT NULL AND product.productcode IS NULL AND r.zorgdag IS NOT NULL
    AND r.domein IN (:domeinen)
    """,
    also={"verzoek": "", "prestatie": "", "voorziening": ""},
    fine=(
        Example(
            (
                {"domein": "jw", "productcode": "45A48", "ingangsdatum": "2025-01-01"},
                {"domein": "wmo", "productcode": "02A03", "ingangsdatum": "2025-01-01"},
                {"domein": "jw", "ingangsdatum": "2025-01-01"},
            )
        ),
        Example(({"domein": "jw", "productcode": "45A48", "toewijzing_ingangsdatum": "2025-01-01"},), table="verzoek"),
        Example(({"domein": "jw", "productcode": "45X99", "periode_begin": "2023-12-01"},), table="prestatie"),
        Example(
            (
                {"wet": "jeugdwet", "productcode": "45A48", "begindatum": "2025-01-01"},
                {"wet": "participatiewet", "productcode": "XX", "begindatum": "2025-01-01"},
            ),
            table="voorziening",
        ),
    ),
    faulty=(
        Example(({"domein": "jw", "productcode": "45Z99", "ingangsdatum": "2025-01-01"},)),
        Example(({"domein": "jw", "productcode": "99999", "toewijzing_ingangsdatum": "2025-01-01"},), table="verzoek"),
        Example(({"domein": "jw", "productcode": "45X99", "periode_begin": "2024-01-01"},), table="prestatie"),
        Example(({"wet": "wmo", "productcode": "45A48", "begindatum": "2025-01-01"},), table="voorziening"),
    ),
)
