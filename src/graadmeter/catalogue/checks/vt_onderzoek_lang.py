"""Inquiry took longer than ten weeks."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VT05",
    table="vt_onderzoek",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("datum_afronding", "datum_start"),
    title=Text("Onderzoek duurde langer dan tien weken", "Inquiry took longer than ten weeks"),
    message=Text(
        "Het onderzoek liep van {datum_start} tot {datum_afronding}.",
        "The inquiry ran from {datum_start} to {datum_afronding}.",
    ),
    remedy=Text("U hoeft niets te doen.", "There is nothing to do."),
    source="Protocol Veilig Thuis, termijn onderzoek 10 weken",
    wrong="r.datum_afronding - r.datum_start > 70",
    fine=(Example(({"datum_start": "2025-07-01", "datum_afronding": "2025-09-09"},)),),
    faulty=(Example(({"datum_start": "2025-07-01", "datum_afronding": "2025-10-02"},)),),
)
