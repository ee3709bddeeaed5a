"""More inhabitants in an institution than inhabitants."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEV9",
    table="bevolking",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("in_instelling", "aantal"),
    title=Text("Meer inwoners in een instelling dan er inwoners zijn", "More in an institution than inhabitants"),
    message=Text(
        "Van {aantal} inwoners zouden er {in_instelling} in een instelling wonen.",
        "Of {aantal} inhabitants, {in_instelling} would live in an institution.",
    ),
    remedy=Text(
        "Lever bij aantal alle inwoners, ook wie in een instelling woont, en bij in_instelling alleen die laatsten.",
        "Deliver all inhabitants under aantal, those in institutions too, and under in_instelling only the latter.",
    ),
    source="CBS, institutionele huishoudens",
    wrong="r.in_instelling > r.aantal",
    fine=(
        Example(
            (
                {"leeftijd": "80", "aantal": "40", "in_instelling": "3"},
                {"leeftijd": "81", "aantal": "4", "in_instelling": "4"},
                {"leeftijd": "82", "aantal": "4", "in_instelling": ""},
            )
        ),
    ),
    faulty=(Example(({"leeftijd": "80", "aantal": "40", "in_instelling": "41"},)),),
)
