"""Local team with a personal budget."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ15",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("lokaal_team", "leveringsvorm"),
    title=Text("Lokaal team met een PGB", "Local team with a personal budget"),
    message=Text(
        "De regel zegt dat het lokale team de hulp levert én dat het een PGB is.",
        "The row says that the local team delivers the care and that it is a personal budget.",
    ),
    remedy=Text(
        "Hulp van het lokale team is altijd in natura (ZIN); verbeter een van beide velden.",
        "Care by the local team is always in kind (ZIN); correct one of the two fields.",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.1 (alleen hulp in natura)",
    wrong="r.lokaal_team = 'J' AND r.leveringsvorm = 'PGB'",
    fine=(Example(({"lokaal_team": "J", "leveringsvorm": "ZIN"},)),),
    faulty=(Example(({"lokaal_team": "J", "leveringsvorm": "PGB"},)),),
)
