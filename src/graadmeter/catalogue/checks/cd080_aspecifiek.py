"""Volume without a product code."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CD080",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("productcode", "volume", "einddatum"),
    title=Text("Omvang zonder productcode", "Volume without a product code"),
    message=Text(
        "De toewijzing noemt een omvang ({volume}) maar geen productcode.",
        "The assignment gives a volume ({volume}) but no product code.",
    ),
    remedy=Text("Vul de productcode in, of wijs toe met een budget.", "Fill in the product code, or assign a budget."),
    source="iStandaarden CD080, TR412",
    wrong="""
    r.productcode IS NULL AND r.volume IS NOT NULL
    AND (r.einddatum IS NULL OR r.einddatum > CAST('2020-12-31' AS DATE))
    """,
    fine=(Example(({"productcode": "45A48", "volume": "10"}, {"categorie": "45", "budget": "100"})),),
    faulty=(Example(({"categorie": "45", "volume": "10"},)),),
)
