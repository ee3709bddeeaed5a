"""Form of help does not fit the product."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ07",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("hulpvorm", "productcode"),
    title=Text("Hulpvorm past niet bij het product", "Form of help does not fit the product"),
    message=Text(
        (
            "De hulpvorm is {hulpvorm}, maar product {productcode} hoort volgens de productlijst bij een andere. "
            "Wij volgen de productlijst."
        ),
        (
            "The form of help is {hulpvorm}, but by the product list product {productcode} belongs to another. "
            "We follow the list."
        ),
    ),
    remedy=Text(
        "Verbeter de hulpvorm, of laat haar leeg als er een productcode is.",
        "Correct the form of help, or leave it empty when there is a product code.",
    ),
    source="JZ21, dimensie hulpvorm",
    wrong="r.wet = 'jeugdwet' AND product.soort = 'jeugdhulp' AND r.hulpvorm <> product.vorm",
    fine=(
        Example(
            (
                {"wet": "jeugdwet", "productcode": "53A05", "hulpvorm": "02", "begindatum": "2025-01-01"},
                {"wet": "jeugdwet", "productcode": "53A05", "begindatum": "2025-01-01"},
            )
        ),
    ),
    faulty=(Example(({"wet": "jeugdwet", "productcode": "53A05", "hulpvorm": "11", "begindatum": "2025-01-01"},)),),
)
