"""Number of a product differs strongly."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H02",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("productcode",),
    title=Text("Aantal van een product wijkt sterk af", "Number of a product differs strongly"),
    message=Text(
        "Product {detail} (nu / gemiddeld in de vier kwartalen ervoor).",
        "Product {detail} (now / average of the four quarters before).",
    ),
    remedy=Text(
        "Controleer of alle regels zijn geleverd. Klopt het, dan hoeft u niets te doen.",
        "Check that all rows were delivered. If it is right, there is nothing to do.",
    ),
    source="eigen regel: volume tegen eerdere kwartalen",
    wrong="""
    volume.maat = 'product' AND volume.kwartalen >= 3 AND volume.gemiddeld >= 40
    AND ABS(COALESCE(volume.nu, 0) - volume.gemiddeld) * 2 > volume.gemiddeld
    """,
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"productcode": "45A48"},) * 40,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "product", "code": "45A48", "aantal": "50"},
                    {"kw": "8101", "maat": "product", "code": "45A48", "aantal": "50"},
                    {"kw": "8100", "maat": "product", "code": "45A48", "aantal": "50"},
                    {"kw": "8099", "maat": "product", "code": "45A48", "aantal": "50"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"productcode": "45A48"},) * 10,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "product", "code": "45A48", "aantal": "50"},
                    {"kw": "8101", "maat": "product", "code": "45A48", "aantal": "50"},
                    {"kw": "8100", "maat": "product", "code": "45A48", "aantal": "50"},
                    {"kw": "8099", "maat": "product", "code": "45A48", "aantal": "50"},
                )
            },
        ),
    ),
)
