"""Amount is improbably high."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEDRAG2",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("bedrag",),
    title=Text("Bedrag is onwaarschijnlijk hoog", "Amount is improbably high"),
    message=Text(
        "Deze regel is {bedrag} eurocent, meer dan 100.000 euro voor één product in één maand.",
        "This line is {bedrag} eurocents, more than 100,000 euro for one product in one month.",
    ),
    remedy=Text(
        "Controleer of het bedrag in eurocenten staat en de komma op de goede plaats.",
        "Check that the amount is in eurocents and the decimal point in the right place.",
    ),
    source="iStandaarden IV024 (bedragen in eurocenten); eigen regel",
    wrong="r.bedrag > 10000000",
    fine=(Example(({"bedrag": "10000000"},)),),
    faulty=(Example(({"bedrag": "10000001"},)),),
)
