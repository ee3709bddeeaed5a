"""Product has disappeared."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H11",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("productcode",),
    title=Text("Product is verdwenen", "Product has disappeared"),
    message=Text(
        "Product {detail} (nu / gemiddeld in de vier kwartalen ervoor) komt niet meer voor.",
        "Product {detail} (now / average of the four quarters before) no longer occurs.",
    ),
    remedy=Text(
        "Controleer of alle regels zijn geleverd, en of het product een nieuwe code heeft.",
        "Check that all rows were delivered, and whether the product has a new code.",
    ),
    source="eigen regel: volume tegen eerdere kwartalen",
    wrong=(
        "volume.maat = 'product' AND volume.kwartalen >= 3 AND volume.gemiddeld BETWEEN 15 AND 39 AND volume.nu IS NULL"
    ),
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"productcode": "45A48"},),
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
            ({"productcode": "45A53"},),
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
)
