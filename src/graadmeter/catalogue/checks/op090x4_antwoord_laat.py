"""Claim was answered late."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP090X4",
    table="declaratieantwoord",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("dagtekening", "declaratie_verzonden"),
    title=Text("Declaratie is laat beantwoord", "Claim was answered late"),
    message=Text(
        ("De declaratie van {declaratie_verzonden} is op {dagtekening} beantwoord: meer dan tien werkdagen later."),
        ("The claim of {declaratie_verzonden} was answered on {dagtekening}: more than ten working days later."),
    ),
    remedy=Text("U hoeft niets te doen.", "There is nothing to do."),
    source="iStandaarden OP090x4",
    wrong="r.dagtekening - r.declaratie_verzonden > 14",
    fine=(Example(({"dagtekening": "2025-10-14", "declaratie_verzonden": "2025-10-01"},)),),
    faulty=(Example(({"dagtekening": "2025-10-24", "declaratie_verzonden": "2025-10-01"},)),),
)
