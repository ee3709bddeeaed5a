"""Withdrawn and yet started."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-WT04",
    table="wachttijd",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("afgemeld", "startdatum"),
    title=Text("Afgemeld en toch gestart", "Withdrawn and yet started"),
    message=Text(
        "De aanmelding is op {afgemeld} beëindigd, maar de hulp is op {startdatum} gestart.",
        "The registration ended on {afgemeld}, but help started on {startdatum}.",
    ),
    remedy=Text("Laat een van beide datums leeg.", "Leave one of the two dates empty."),
    source="eigen regel: wachttijden per cliënt",
    wrong="r.afgemeld IS NOT NULL AND r.startdatum IS NOT NULL",
    fine=(Example(({"afgemeld": "2025-10-01"},)),),
    faulty=(Example(({"afgemeld": "2025-10-01", "startdatum": "2025-09-01"},)),),
)
