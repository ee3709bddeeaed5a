"""Placement order lies outside the measure."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ28",
    table="bij_jeugdbescherming",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("machtiging_begin", "begindatum"),
    title=Text("Machtiging valt buiten de maatregel", "Placement order lies outside the measure"),
    message=Text(
        ("De machtiging begint op {machtiging_begin}, buiten de maatregel die op {begindatum} begon."),
        ("The placement order begins on {machtiging_begin}, outside the measure that began on {begindatum}."),
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 5.1.4 en 5.1.5",
    wrong="r.machtiging_begin < r.begindatum OR r.machtiging_begin > r.einddatum",
    valid_from=date(2021, 7, 1),
    fine=(Example(({"machtiging_begin": "2025-02-01", "begindatum": "2025-01-01"},)),),
    faulty=(Example(({"machtiging_begin": "2024-02-01", "begindatum": "2025-01-01"},)),),
)
