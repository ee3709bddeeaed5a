"""Assignment was decided in the future."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR135",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("toewijzingsdatum", "dagtekening"),
    title=Text("Toewijzing is in de toekomst besloten", "Assignment was decided in the future"),
    message=Text(
        ("De toewijzingsdatum ({toewijzingsdatum}) ligt na de dagtekening van het bericht ({dagtekening})."),
        ("The date of assignment ({toewijzingsdatum}) lies after the date of the message ({dagtekening})."),
    ),
    remedy=Text(
        "Verbeter de toewijzingsdatum: die ligt op of voor de dag van het bericht.",
        "Correct the date of assignment: it lies on or before the day of the message.",
    ),
    source="iStandaarden TR135 (datum niet in de toekomst); eigen regel",
    wrong="r.toewijzingsdatum > r.dagtekening",
    fine=(Example(({"toewijzingsdatum": "2025-10-10", "dagtekening": "2025-10-10"},)),),
    faulty=(Example(({"toewijzingsdatum": "2025-10-11", "dagtekening": "2025-10-10"},)),),
)
