"""Return message was sent late."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP090",
    table="retour",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("retour_dagtekening", "dagtekening"),
    title=Text("Retourbericht is laat verstuurd", "Return message was sent late"),
    message=Text(
        (
            "Het bericht van {dagtekening} kreeg op {retour_dagtekening} een retourbericht: meer dan "
            "drie werkdagen later."
        ),
        (
            "The message of {dagtekening} got its return message on {retour_dagtekening}: more than "
            "three working days later."
        ),
    ),
    remedy=Text("U hoeft niets te doen.", "There is nothing to do."),
    source="iStandaarden OP090",
    wrong="r.retour_dagtekening - r.dagtekening > 5",
    fine=(Example(({"dagtekening": "2025-10-01", "retour_dagtekening": "2025-10-03"},)),),
    faulty=(Example(({"dagtekening": "2025-10-01", "retour_dagtekening": "2025-10-13"},)),),
)
