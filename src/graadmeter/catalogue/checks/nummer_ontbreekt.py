"""Message names no assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR019",
    table="start",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Bericht noemt geen toewijzing", "Message names no assignment"),
    message=Text(
        "Het bericht heeft geen toewijzingnummer. Zonder nummer telt de hulp niet mee als traject.",
        "The message has no assignment number. Without it the care does not count as a trajectory.",
    ),
    remedy=Text(
        "Vul het toewijzingnummer in. Bij taakgericht werken is het leeg en hoeft u niets te doen.",
        "Fill in the assignment number. In task-based work it is empty and there is nothing to do.",
    ),
    source="iStandaarden TR019",
    wrong="r.toewijzingnummer IS NULL",
    also={"stop": ""},
    fine=(Example(({"toewijzingnummer": "12"},)), Example(({"toewijzingnummer": "12"},), table="stop")),
    faulty=(Example(({"begindatum": "2025-10-01"},)), Example(({"begindatum": "2025-10-01"},), table="stop")),
)
