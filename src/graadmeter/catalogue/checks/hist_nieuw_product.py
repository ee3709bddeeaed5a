"""Product is new."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H10",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.INFORMATION,
    fields=("productcode",),
    title=Text("Product is nieuw", "Product is new"),
    message=Text(
        ("Product {detail} (nu / gemiddeld in de vier kwartalen ervoor) kwam in de vorige kwartalen niet voor."),
        ("Product {detail} (now / average of the four quarters before) did not occur in the quarters before."),
    ),
    remedy=Text(
        "Controleer de productcode. Klopt het, dan hoeft u niets te doen.",
        "Check the product code. If it is right, there is nothing to do.",
    ),
    source="eigen regel: volume tegen eerdere kwartalen",
    wrong="volume.maat = 'product' AND volume.nu >= 20 AND volume.gemiddeld IS NULL",
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"productcode": "45A48"},) * 20,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "product", "code": "45A48", "aantal": "20"},
                    {"kw": "8101", "maat": "product", "code": "45A48", "aantal": "20"},
                    {"kw": "8100", "maat": "product", "code": "45A48", "aantal": "20"},
                    {"kw": "8099", "maat": "product", "code": "45A48", "aantal": "20"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"productcode": "45A48"},) * 20,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "product", "code": "45A53", "aantal": "20"},
                    {"kw": "8101", "maat": "product", "code": "45A53", "aantal": "20"},
                    {"kw": "8100", "maat": "product", "code": "45A53", "aantal": "20"},
                    {"kw": "8099", "maat": "product", "code": "45A53", "aantal": "20"},
                )
            },
        ),
    ),
)
