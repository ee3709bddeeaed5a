"""Decision and inquiry number belong together."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VT06",
    table="vt_melding",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("onderzoeksnummer", "besluit"),
    title=Text("Besluit en onderzoeksnummer horen bij elkaar", "Decision and inquiry number belong together"),
    message=Text(
        ("Bij besluit 01 (onderzoek) hoort een onderzoeksnummer, bij andere besluiten niet; er staat {besluit}."),
        ("Decision 01 (inquiry) has an inquiry number, others have none; this record has {besluit}."),
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="Protocol Veilig Thuis, melding en triage",
    wrong="(r.besluit = '01') <> (r.onderzoeksnummer IS NOT NULL)",
    fine=(
        Example(({"besluit": "01", "onderzoeksnummer": "O1"},)),
        Example(({"besluit": "04"},)),
    ),
    faulty=(
        Example(({"besluit": "01"},)),
        Example(({"besluit": "04", "onderzoeksnummer": "O1"},)),
    ),
)
