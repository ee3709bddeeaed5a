"""Unit does not fit the product."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-PROD2",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("eenheid", "productcode"),
    title=Text("Eenheid past niet bij het product", "Unit does not fit the product"),
    message=Text(
        "Product {productcode} wordt in een andere eenheid afgesproken dan {eenheid}.",
        "Product {productcode} is agreed in another unit than {eenheid}.",
    ),
    remedy=Text(
        "Verbeter de eenheid. Toewijzen in uren en declareren in minuten mag.",
        "Correct the unit. Assigning in hours and claiming in minutes is allowed.",
    ),
    source="eigen regel; iStandaarden OP267, TR341",
    wrong=(
        "r.eenheid <> product.eenheid AND NOT (r.eenheid IN ('01', '04') AND product.eenheid IN ('01', "
        "'04')) AND r.eenheid <> '83'"
    ),
    also={"prestatie": ""},
    fine=(
        Example(
            (
                {"domein": "wmo", "productcode": "02A03", "eenheid": "04", "ingangsdatum": "2025-01-01"},
                {"domein": "wmo", "productcode": "02A03", "eenheid": "01", "ingangsdatum": "2025-01-01"},
            )
        ),
        Example(
            ({"domein": "wmo", "productcode": "02A03", "eenheid": "01", "periode_begin": "2025-01-01"},),
            table="prestatie",
        ),
    ),
    faulty=(
        Example(({"domein": "wmo", "productcode": "02A03", "eenheid": "14", "ingangsdatum": "2025-01-01"},)),
        Example(
            ({"domein": "wmo", "productcode": "02A03", "eenheid": "14", "periode_begin": "2025-01-01"},),
            table="prestatie",
        ),
    ),
)
