"""Wijk code does not exist in this division."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ06",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Wijkcode bestaat niet in deze indeling", "Wijk code does not exist in this division"),
    message=Text(
        "Wijk {wijk} komt niet voor in de wijkindeling van de regio. De regel telt bij 'wijk onbekend'.",
        "Wijk {wijk} is not in the region's division. The row counts as 'wijk unknown'.",
    ),
    remedy=Text(
        "Gebruik de wijkindeling van het jaar waarmee de regio werkt.",
        "Use the division of the year the region works with.",
    ),
    source="CBS, Kerncijfers wijken en buurten",
    wrong="r.wijk NOT IN (:wijken)",
    needs=("GM-VZ05",),
    also={"bevolking": ""},
    uses=("wijken",),
    fine=(Example(({"wijk": "WK014110"}, {"wijk": ""})), Example(({"wijk": "WK014100"},), table="bevolking")),
    faulty=(Example(({"wijk": "WK014199"},)), Example(({"wijk": "WK014199"},), table="bevolking")),
)
