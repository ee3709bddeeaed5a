"""Triage took longer than five working days."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VT03",
    table="vt_melding",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("datum_besluit", "datum_melding"),
    title=Text("Triage duurde langer dan vijf werkdagen", "Triage took longer than five working days"),
    message=Text(
        "De melding is van {datum_melding}, het besluit van {datum_besluit}.",
        "The report is of {datum_melding}, the decision of {datum_besluit}.",
    ),
    remedy=Text("U hoeft niets te doen.", "There is nothing to do."),
    source="Protocol Veilig Thuis, termijn triage 5 werkdagen",
    wrong="r.datum_besluit - r.datum_melding > 7",
    fine=(Example(({"datum_melding": "2025-07-01", "datum_besluit": "2025-07-08"},)),),
    faulty=(Example(({"datum_melding": "2025-07-01", "datum_besluit": "2025-07-12"},)),),
)
