"""Wmo client is under 18."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-WMO18",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("begindatum", "geboortedatum", "wet"),
    title=Text("Wmo-cliënt is jonger dan 18", "Wmo client is under 18"),
    message=Text(
        "Deze Wmo-voorziening begint op {begindatum}, voor de 18e verjaardag. Zij telt pas mee vanaf die dag.",
        ("This Wmo provision begins on {begindatum}, before the 18th birthday. It counts from that day on only."),
    ),
    remedy=Text(
        "U hoeft niets te doen als dit klopt (bijvoorbeeld een hulpmiddel voor een kind).",
        "There is nothing to do if this is right (such as an aid for a child).",
    ),
    source="telregel Graadmeter: Wmo vanaf 18 jaar",
    wrong="r.wet = 'wmo' AND EXTRACT(YEAR FROM r.begindatum) - EXTRACT(YEAR FROM r.geboortedatum) < 18",
    fine=(Example(({"wet": "wmo", "begindatum": "2025-01-01", "geboortedatum": "1950-01-01"},)),),
    faulty=(Example(({"wet": "wmo", "begindatum": "2025-01-01", "geboortedatum": "2012-01-01"},)),),
)
