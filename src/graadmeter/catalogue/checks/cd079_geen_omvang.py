"""Assignment with a product code has no volume."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CD079",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("volume", "budget", "productcode"),
    title=Text("Toewijzing met productcode heeft geen omvang", "Assignment with a product code has no volume"),
    message=Text(
        "Product {productcode} is toegewezen zonder omvang en zonder budget.",
        "Product {productcode} is assigned without volume or budget.",
    ),
    remedy=Text(
        "Vul de omvang (volume, eenheid, frequentie) of het budget in.",
        "Fill in the volume (volume, unit, frequency) or the budget.",
    ),
    source="iStandaarden CD041, CD079",
    wrong="r.productcode IS NOT NULL AND r.volume IS NULL AND r.budget IS NULL",
    fine=(
        Example(
            ({"productcode": "45A48", "volume": "10"}, {"productcode": "45A48", "budget": "900"}, {"categorie": "45"})
        ),
    ),
    faulty=(Example(({"productcode": "45A48"},)),),
)
