"""Inquiry ends before it begins."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VT04",
    table="vt_onderzoek",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("datum_afronding", "datum_start"),
    title=Text("Onderzoek eindigt voor het begint", "Inquiry ends before it begins"),
    message=Text(
        "Het onderzoek is afgerond op {datum_afronding}, voor de start ({datum_start}).",
        "The inquiry ended on {datum_afronding}, before its start ({datum_start}).",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="Protocol Veilig Thuis, onderzoek",
    wrong="r.datum_afronding < r.datum_start",
    fine=(Example(({"datum_start": "2025-07-01", "datum_afronding": "2025-08-02"},)),),
    faulty=(Example(({"datum_start": "2025-07-03", "datum_afronding": "2025-07-02"},)),),
)
