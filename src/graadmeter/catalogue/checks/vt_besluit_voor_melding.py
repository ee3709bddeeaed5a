"""Triage decision lies before the report."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VT02",
    table="vt_melding",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("datum_besluit", "datum_melding"),
    title=Text("Triagebesluit ligt voor de melding", "Triage decision lies before the report"),
    message=Text(
        "Het besluit is van {datum_besluit}, de melding van {datum_melding}.",
        "The decision is of {datum_besluit}, the report of {datum_melding}.",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="Protocol Veilig Thuis, melding en triage",
    wrong="r.datum_besluit < r.datum_melding",
    fine=(Example(({"datum_melding": "2025-07-01", "datum_besluit": "2025-07-02"},)),),
    faulty=(Example(({"datum_melding": "2025-07-03", "datum_besluit": "2025-07-02"},)),),
)
