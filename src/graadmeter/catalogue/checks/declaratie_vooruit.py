"""Claim is about a month yet to come."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP280",
    table="declaratie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("periode_begin", "declaratie_dagtekening"),
    title=Text("Declaratie gaat over een maand die nog moet komen", "Claim is about a month yet to come"),
    message=Text(
        ("De declaratie is van {declaratie_dagtekening}, voor het begin van haar periode ({periode_begin})."),
        "The claim is dated {declaratie_dagtekening}, before its period begins ({periode_begin}).",
    ),
    remedy=Text("Vraag de aanbieder het bericht te verbeteren.", "Ask the provider to correct the message."),
    source="iStandaarden OP280, TR319",
    wrong="r.declaratie_dagtekening < r.periode_begin",
    fine=(Example(({"declaratie_dagtekening": "2025-12-10", "periode_begin": "2025-11-01"},)),),
    faulty=(Example(({"declaratie_dagtekening": "2025-10-10", "periode_begin": "2025-11-01"},)),),
)
