"""Number of inhabitants is improbably high."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEV7",
    table="bevolking",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("aantal", "leeftijd"),
    title=Text("Aantal inwoners is onwaarschijnlijk hoog", "Number of inhabitants is improbably high"),
    message=Text(
        "{aantal} inwoners van één leeftijd en geslacht in één wijk is onwaarschijnlijk veel.",
        "{aantal} inhabitants of one age and sex in one wijk is improbably many.",
    ),
    remedy=Text(
        "Controleer of de rij een totaal bevat; lever alleen aantallen per leeftijd.",
        "Check whether the row holds a total; deliver numbers per age only.",
    ),
    source="eigen regel",
    wrong="r.aantal > 2500 AND r.leeftijd < 95",
    fine=(Example(({"aantal": "140", "leeftijd": "12"},)),),
    faulty=(Example(({"aantal": "30000", "leeftijd": "0"},)),),
)
