"""Transfer without a receiver."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VT07",
    table="vt_melding",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("overdracht", "besluit"),
    title=Text("Overdracht zonder ontvanger", "Transfer without a receiver"),
    message=Text(
        "Het besluit is overdracht aan derden (02), maar niet aan wie.",
        "The decision is transfer to others (02), but not to whom.",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="Protocol Veilig Thuis, directe overdracht",
    wrong="r.besluit = '02' AND r.overdracht IS NULL",
    fine=(
        Example(({"besluit": "02", "overdracht": "01"},)),
        Example(({"besluit": "04"},)),
    ),
    faulty=(Example(({"besluit": "02"},)),),
)
