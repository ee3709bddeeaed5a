"""Provider is missing."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ04",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("aanbieder", "leveringsvorm"),
    title=Text("Aanbieder ontbreekt", "Provider is missing"),
    message=Text(
        "Bij zorg in natura hoort de AGB-code van de aanbieder; die is leeg.",
        "Care in kind needs the provider's AGB code; it is empty.",
    ),
    remedy=Text(
        "Vul de AGB-code (8 cijfers) in van wie de hulp levert.",
        "Fill in the AGB code (8 digits) of who delivers the care.",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7: de feitelijke leverancier",
    wrong=("r.wet IN ('jeugdwet', 'wmo') AND r.leveringsvorm = 'ZIN' AND r.lokaal_team = 'N' AND r.aanbieder IS NULL"),
    fine=(
        Example(
            (
                {"wet": "wmo", "leveringsvorm": "ZIN", "lokaal_team": "N", "aanbieder": "41410001"},
                {"wet": "wmo", "leveringsvorm": "PGB", "lokaal_team": "N"},
                {"wet": "jeugdwet", "leveringsvorm": "ZIN", "lokaal_team": "J"},
            )
        ),
    ),
    faulty=(Example(({"wet": "wmo", "leveringsvorm": "ZIN", "lokaal_team": "N"},)),),
)
