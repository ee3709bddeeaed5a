"""Absence ends before it begins."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OND1",
    table="onderwijs",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("verzuim_einde", "verzuim_begin"),
    title=Text("Verzuim eindigt voor het begint", "Absence ends before it begins"),
    message=Text(
        "Het verzuim eindigt op {verzuim_einde}, voor het begin ({verzuim_begin}).",
        "The absence ends on {verzuim_einde}, before its start ({verzuim_begin}).",
    ),
    remedy=Text("Verbeter een van beide datums.", "Correct one of the two dates."),
    source="eigen regel: onderwijs",
    wrong="r.verzuim_einde < r.verzuim_begin",
    fine=(Example(({"verzuim_begin": "2025-01-01", "verzuim_einde": "2025-02-01"},)),),
    faulty=(Example(({"verzuim_begin": "2025-03-01", "verzuim_einde": "2025-02-01"},)),),
)
