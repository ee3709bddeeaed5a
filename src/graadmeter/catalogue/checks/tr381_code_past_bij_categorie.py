"""Product code does not fit the category."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR381",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("productcode", "categorie"),
    title=Text("Productcode past niet bij de categorie", "Product code does not fit the category"),
    message=Text(
        "Productcode {productcode} hoort volgens de productlijst niet bij categorie {categorie}.",
        "According to the product list, product code {productcode} does not belong to category {categorie}.",
    ),
    remedy=Text("Verbeter de productcode of de categorie.", "Correct the product code or the category."),
    source="iStandaarden TR381",
    wrong="r.categorie <> product.categorie",
    also={"verzoek": "", "prestatie": ""},
    fine=(
        Example(
            (
                {"domein": "jw", "productcode": "45A48", "categorie": "45", "ingangsdatum": "2025-01-01"},
                {"domein": "jw", "productcode": "45A48", "ingangsdatum": "2025-01-01"},
            )
        ),
        Example(
            ({"domein": "jw", "productcode": "45A48", "categorie": "45", "periode_begin": "2025-01-01"},),
            table="prestatie",
        ),
        Example(
            ({"domein": "jw", "productcode": "45A48", "categorie": "45", "toewijzing_ingangsdatum": "2025-01-01"},),
            table="verzoek",
        ),
    ),
    faulty=(
        Example(({"domein": "jw", "productcode": "45A48", "categorie": "54", "ingangsdatum": "2025-01-01"},)),
        Example(
            ({"domein": "jw", "productcode": "45A48", "categorie": "54", "periode_begin": "2025-01-01"},),
            table="prestatie",
        ),
        Example(
            ({"domein": "jw", "productcode": "45A48", "categorie": "54", "toewijzing_ingangsdatum": "2025-01-01"},),
            table="verzoek",
        ),
    ),
)
