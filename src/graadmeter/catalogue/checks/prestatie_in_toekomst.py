"""Claimed care lies in the future."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR319-D",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("periode_begin", "dagtekening"),
    title=Text("Gedeclareerde hulp ligt in de toekomst", "Claimed care lies in the future"),
    message=Text(
        "De productperiode begint op {periode_begin}, na de dagtekening van de declaratie ({dagtekening}).",
        "The product period begins on {periode_begin}, after the date of the claim ({dagtekening}).",
    ),
    remedy=Text(
        "Declareer hulp in of na de maand waarin zij is geleverd.",
        "Claim care in or after the month in which it was delivered.",
    ),
    source="iStandaarden TR319",
    wrong="r.periode_begin > r.dagtekening",
    fine=(Example(({"periode_begin": "2025-10-01", "dagtekening": "2025-11-10"},)),),
    faulty=(Example(({"periode_begin": "2025-12-01", "dagtekening": "2025-11-10"},)),),
)
