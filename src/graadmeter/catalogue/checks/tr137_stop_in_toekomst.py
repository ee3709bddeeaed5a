"""Care has ended in the future."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR137",
    table="stop",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("einddatum", "dagtekening"),
    title=Text("Hulp is gestopt in de toekomst", "Care has ended in the future"),
    message=Text(
        "De einddatum ({einddatum}) ligt na de dagtekening van het bericht ({dagtekening}).",
        "The end date ({einddatum}) lies after the date of the message ({dagtekening}).",
    ),
    remedy=Text(
        "Stuur het stopbericht pas als de hulp is geëindigd, of verbeter de datum.",
        "Send the stop message once care has ended, or correct the date.",
    ),
    source="iStandaarden TR137",
    wrong="r.einddatum > r.dagtekening",
    fine=(Example(({"einddatum": "2025-10-10", "dagtekening": "2025-10-10"},)),),
    faulty=(Example(({"einddatum": "2025-12-31", "dagtekening": "2025-10-10"},)),),
)
