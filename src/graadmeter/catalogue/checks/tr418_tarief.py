"""Tariff differs from the agreement."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR418",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("tarief", "productcode", "eenheid"),
    title=Text("Tarief wijkt af van de afspraak", "Tariff differs from the agreement"),
    message=Text(
        (
            "Het tarief van product {productcode} ({tarief} cent per eenheid {eenheid}) is niet het tarief in de "
            "productlijst voor die maand."
        ),
        (
            "The tariff of product {productcode} ({tarief} cents per unit {eenheid}) is not the one in the "
            "product list for that month."
        ),
    ),
    remedy=Text(
        "Controleer het tarief, of laat de productlijst bijwerken.",
        "Check the tariff, or have the product list updated.",
    ),
    source="iStandaarden TR418",
    wrong="r.eenheid = product.eenheid AND r.tarief <> product.tarief_cent",
    fine=(
        Example(
            (
                {
                    "domein": "wmo",
                    "productcode": "02A03",
                    "eenheid": "04",
                    "tarief": "6600",
                    "periode_begin": "2025-10-01",
                },
                {
                    "domein": "wmo",
                    "productcode": "02A03",
                    "eenheid": "01",
                    "tarief": "110",
                    "periode_begin": "2025-10-01",
                },
            )
        ),
    ),
    faulty=(
        Example(
            (
                {
                    "domein": "wmo",
                    "productcode": "02A03",
                    "eenheid": "04",
                    "tarief": "7600",
                    "periode_begin": "2025-10-01",
                },
            )
        ),
    ),
)
