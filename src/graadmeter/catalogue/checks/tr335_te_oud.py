"""Care is more than five years old."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR335",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("periode_eind", "dagtekening"),
    title=Text("Hulp is meer dan vijf jaar oud", "Care is more than five years old"),
    message=Text(
        "De hulp eindigde op {periode_eind}, meer dan vijf jaar voor de declaratie ({dagtekening}).",
        "Care ended on {periode_eind}, more than five years before the claim ({dagtekening}).",
    ),
    remedy=Text(
        "Controleer de productperiode: het jaar is waarschijnlijk verkeerd.",
        "Check the product period: the year is probably wrong.",
    ),
    source="iStandaarden TR335",
    wrong="r.dagtekening - r.periode_eind > 1827",
    fine=(Example(({"dagtekening": "2025-11-10", "periode_eind": "2020-11-30"},)),),
    faulty=(Example(({"dagtekening": "2025-11-10", "periode_eind": "2019-10-31"},)),),
)
