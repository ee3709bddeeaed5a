"""Waiting time is improbably long."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-WT03",
    table="wachttijd",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("startdatum", "aanmelddatum"),
    title=Text("Wachttijd is onwaarschijnlijk lang", "Waiting time is improbably long"),
    message=Text(
        "Tussen aanmelding ({aanmelddatum}) en start ({startdatum}) ligt meer dan drie jaar.",
        ("More than three years lie between registration ({aanmelddatum}) and start ({startdatum})."),
    ),
    remedy=Text("Controleer de datums.", "Check the dates."),
    source="eigen regel: wachttijden per cliënt",
    wrong="r.startdatum - r.aanmelddatum > 1096",
    fine=(Example(({"aanmelddatum": "2025-01-01", "startdatum": "2025-09-01"},)),),
    faulty=(Example(({"aanmelddatum": "2020-01-01", "startdatum": "2025-09-01"},)),),
)
