"""Help by the neighbourhood team has a referrer."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CBS06",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("verwijzer", "lokaal_team", "hulpvorm"),
    title=Text("Hulp van het wijkteam heeft een verwijzer", "Help by the neighbourhood team has a referrer"),
    message=Text(
        "Hulp van het wijkteam is vrij toegankelijk: de verwijzer is dan 06 (geen), hier staat {verwijzer}.",
        (
            "Help by the neighbourhood team is freely accessible: the referrer then is 06 (none); here it is "
            "{verwijzer}."
        ),
    ),
    remedy=Text(
        "Vul bij hulp van het wijkteam verwijzer 06 in.", "Fill in referrer 06 for help by the neighbourhood team."
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.2 (06)",
    wrong="r.wet = 'jeugdwet' AND (r.lokaal_team = 'J' OR r.hulpvorm = '01') AND r.verwijzer <> '06'",
    fine=(
        Example(
            (
                {"wet": "jeugdwet", "lokaal_team": "J", "hulpvorm": "01", "verwijzer": "06"},
                {"wet": "jeugdwet", "lokaal_team": "N", "hulpvorm": "02", "verwijzer": "02"},
                {"wet": "wmo", "lokaal_team": "J", "verwijzer": "01"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"wet": "jeugdwet", "lokaal_team": "J", "verwijzer": "01"},
                {"wet": "jeugdwet", "lokaal_team": "N", "hulpvorm": "01", "verwijzer": "02"},
            )
        ),
    ),
)
