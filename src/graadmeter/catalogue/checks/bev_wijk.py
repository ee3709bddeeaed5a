"""Population of a wijk elsewhere."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEV3",
    table="bevolking",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Bevolking van een wijk elders", "Population of a wijk elsewhere"),
    message=Text("Wijk {wijk} is geen wijk van deze gemeente.", "Wijk {wijk} is not one of this municipality."),
    remedy=Text("Lever alleen de eigen wijken.", "Deliver only your own wijken."),
    source="CBS, wijkindeling",
    wrong="SUBSTR(r.wijk, 3, 4) <> :gemeente",
    fine=(Example(({"wijk": "WK014110"},)),),
    faulty=(Example(({"wijk": "WK015310"},)),),
)
