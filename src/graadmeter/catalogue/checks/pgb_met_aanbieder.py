"""Personal budget with a provider."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ21",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("aanbieder", "leveringsvorm"),
    title=Text("PGB met een aanbieder", "Personal budget with a provider"),
    message=Text(
        "Bij een PGB koopt de cliënt zelf in; aanbieder {aanbieder} wordt niet gebruikt.",
        "With a personal budget the client buys; provider {aanbieder} is not used.",
    ),
    remedy=Text("Laat de aanbieder bij een PGB leeg.", "Leave the provider empty with a personal budget."),
    source="indeling regionaal uittreksel",
    wrong="r.leveringsvorm = 'PGB' AND r.aanbieder IS NOT NULL",
    fine=(Example(({"leveringsvorm": "ZIN", "aanbieder": "41410001"},)),),
    faulty=(Example(({"leveringsvorm": "PGB", "aanbieder": "41410001"},)),),
)
