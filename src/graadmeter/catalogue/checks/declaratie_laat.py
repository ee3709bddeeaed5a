"""Claim was handed in late."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP354",
    table="declaratie",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("declaratie_dagtekening", "periode_eind"),
    title=Text("Declaratie is laat ingediend", "Claim was handed in late"),
    message=Text(
        (
            "De declaratie is van {declaratie_dagtekening} en gaat over een periode tot en met "
            "{periode_eind}: meer dan een jaar eerder."
        ),
        (
            "The claim is dated {declaratie_dagtekening} and is about a period up to {periode_eind}: "
            "more than a year earlier."
        ),
    ),
    remedy=Text("U hoeft niets te doen.", "There is nothing to do."),
    source="iStandaarden OP354",
    wrong="r.declaratie_dagtekening - r.periode_eind > 365",
    fine=(Example(({"declaratie_dagtekening": "2025-12-10", "periode_eind": "2025-11-30"},)),),
    faulty=(Example(({"declaratie_dagtekening": "2025-12-10", "periode_eind": "2024-11-30"},)),),
)
