"""Sex is often unknown."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-GES1",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("geslacht",),
    title=Text("Geslacht is vaak onbekend", "Sex is often unknown"),
    message=Text(
        "Bij {detail} procent van de regels is het geslacht onbekend.",
        "For {detail} percent of the rows the sex is unknown.",
    ),
    remedy=Text("Lever het geslacht uit de BRP mee.", "Deliver the sex from the BRP."),
    source="eigen regel; iStandaarden codelijst COD046",
    wrong="r.geslacht = '0'",
    share=0.05,
    least=5,
    fine=(Example(({"geslacht": "1"},) * 20),),
    faulty=(Example(({"geslacht": "1"},) * 15 + ({"geslacht": "0"},) * 5),),
)
