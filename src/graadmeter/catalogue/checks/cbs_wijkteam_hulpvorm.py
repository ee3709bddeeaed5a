"""Local team with another form of help."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CBS01",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("hulpvorm", "lokaal_team"),
    title=Text("Lokaal team met een andere hulpvorm", "Local team with another form of help"),
    message=Text(
        "De hulp wordt door het lokale team geleverd, maar de hulpvorm is {hulpvorm} in plaats van 01.",
        "The help is delivered by the local team, but the form of help is {hulpvorm} instead of 01.",
    ),
    remedy=Text("Vul hulpvorm 01 in, of zet 'lokaal team' op N.", "Fill in form 01, or set 'local team' to N."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.3 (01)",
    wrong="r.wet = 'jeugdwet' AND r.lokaal_team = 'J' AND r.hulpvorm <> '01'",
    fine=(
        Example(
            (
                {"wet": "jeugdwet", "lokaal_team": "J", "hulpvorm": "01"},
                {"wet": "jeugdwet", "lokaal_team": "N", "hulpvorm": "02"},
            )
        ),
    ),
    faulty=(Example(({"wet": "jeugdwet", "lokaal_team": "J", "hulpvorm": "04"},)),),
)
