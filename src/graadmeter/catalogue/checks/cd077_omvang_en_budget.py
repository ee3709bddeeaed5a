"""Both volume and budget are filled."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CD077",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("volume", "budget"),
    title=Text("Omvang en budget zijn allebei gevuld", "Both volume and budget are filled"),
    message=Text(
        "De toewijzing noemt een omvang ({volume}) en een budget ({budget}). Het is een van beide.",
        "The assignment gives a volume ({volume}) and a budget ({budget}). It is one of the two.",
    ),
    remedy=Text("Laat de omvang of het budget weg.", "Leave out the volume or the budget."),
    source="iStandaarden CD077, CD078",
    wrong="r.volume IS NOT NULL AND r.budget IS NOT NULL",
    also={"verzoek": ""},
    fine=(Example(({"volume": "10"}, {"budget": "1000"})), Example(({"volume": "10"},), table="verzoek")),
    faulty=(
        Example(({"volume": "10", "budget": "1000"},)),
        Example(({"volume": "10", "budget": "1000"},), table="verzoek"),
    ),
)
