"""Care has started in the future."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR134",
    table="start",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("begindatum", "dagtekening"),
    title=Text("Hulp is gestart in de toekomst", "Care has started in the future"),
    message=Text(
        (
            "De begindatum ({begindatum}) ligt na de dagtekening van het bericht ({dagtekening}). Een "
            "startbericht meldt hulp die al loopt."
        ),
        (
            "The start date ({begindatum}) lies after the date of the message ({dagtekening}). A start message "
            "reports care that runs already."
        ),
    ),
    remedy=Text(
        "Stuur het startbericht pas als de hulp is begonnen, of verbeter de datum.",
        "Send the start message once care has begun, or correct the date.",
    ),
    source="iStandaarden TR134",
    wrong="r.begindatum > r.dagtekening",
    fine=(Example(({"begindatum": "2025-10-10", "dagtekening": "2025-10-10"},)),),
    faulty=(Example(({"begindatum": "2025-10-11", "dagtekening": "2025-10-10"},)),),
)
