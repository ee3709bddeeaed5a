"""Placement order ends before it begins."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ27",
    table="bij_jeugdbescherming",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("machtiging_einde", "machtiging_begin"),
    title=Text("Machtiging eindigt voor zij begint", "Placement order ends before it begins"),
    message=Text(
        "De machtiging eindigt op {machtiging_einde}, voor haar begin ({machtiging_begin}).",
        "The placement order ends on {machtiging_einde}, before its start ({machtiging_begin}).",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 5.1.4 en 5.1.5",
    wrong="r.machtiging_einde < r.machtiging_begin",
    valid_from=date(2021, 7, 1),
    fine=(Example(({"machtiging_begin": "2025-01-01", "machtiging_einde": "2025-02-01"},)),),
    faulty=(Example(({"machtiging_begin": "2025-03-01", "machtiging_einde": "2025-02-01"},)),),
)
