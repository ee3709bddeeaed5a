"""Household is often not filled."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-HUIS4",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.INFORMATION,
    fields=("huishouden", "bsn"),
    title=Text("Huishouden is vaak niet gevuld", "Household is often not filled"),
    message=Text(
        (
            "Bij {detail} procent van de regels is het huishouden niet bekend. Stapeling per "
            "huishouden is dan niet te vertrouwen."
        ),
        ("For {detail} percent of the rows the household is not known. Stacking per household cannot be trusted then."),
    ),
    remedy=Text("Lever het huishoudnummer mee als u het hebt.", "Deliver the household number if you have it."),
    source="eigen regel",
    wrong="r.huishouden IS NULL AND r.bsn IS NOT NULL",
    share=0.5,
    least=5,
    fine=(Example(({"bsn": "009999991", "huishouden": "H1"},) * 20),),
    faulty=(Example(({"bsn": "009999991", "huishouden": ""},) * 20),),
)
