"""Money was spent from a personal budget without saying which."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-PGB2",
    table="pgb_besteding",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("voorziening_id",),
    title=Text("Besteding zonder nummer van het PGB", "Spending without the number of the budget"),
    message=Text(
        "Er staat niet bij welke voorziening dit bedrag hoort; het telt alleen in totalen mee.",
        "It does not say which provision this amount belongs to; it counts in totals only.",
    ),
    remedy=Text("Vul het eigen nummer van de voorziening in.", "Fill in the own number of the provision."),
    source="eigen regel: een besteding hoort bij een PGB",
    wrong="r.voorziening_id IS NULL",
    also={"declaratie_uittreksel": "r.leveringsvorm = 'PGB' AND r.voorziening_id IS NULL"},
    fine=(
        Example(({"voorziening_id": "P1"},)),
        Example(({"leveringsvorm": "PGB", "voorziening_id": "P1"}, {}), table="declaratie_uittreksel"),
    ),
    faulty=(Example(({"bedrag": "100"},)), Example(({"leveringsvorm": "PGB"},), table="declaratie_uittreksel")),
)
