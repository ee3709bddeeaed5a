"""Wijk is often not filled."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-WIJK2",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Wijk is vaak niet gevuld", "Wijk is often not filled"),
    message=Text(
        "Bij {detail} procent van de regels is de wijk niet bekend. Wijkcijfers zijn dan niet te vertrouwen.",
        "For {detail} percent of the rows the wijk is not known. Figures per wijk cannot be trusted then.",
    ),
    remedy=Text(
        "Lever de wijk van de gezagsdrager op de laatste dag van het kwartaal mee.",
        "Deliver the wijk of the authority holder on the last day of the quarter.",
    ),
    source="eigen regel",
    wrong="r.wijk IS NULL AND r.wet <> 'participatiewet'",
    share=0.2,
    least=5,
    fine=(Example(({"wet": "wmo", "wijk": "WK014110"},) * 20),),
    faulty=(Example(({"wet": "wmo", "wijk": "WK014110"},) * 15 + ({"wet": "wmo", "wijk": ""},) * 5),),
)
