"""Placement order and its date belong together."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ26",
    table="bij_jeugdbescherming",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("machtiging", "machtiging_begin"),
    title=Text("Machtiging en haar datum horen bij elkaar", "Placement order and its date belong together"),
    message=Text(
        ("Een machtiging uithuisplaatsing heeft een soort én een begindatum; hier is één van beide leeg."),
        "A placement order has a kind and a start; here one of the two is empty.",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 5.1.4 en 5.1.5",
    wrong="(r.machtiging IS NULL) <> (r.machtiging_begin IS NULL)",
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"machtiging": "72", "machtiging_begin": "2025-01-01"},)),
        Example(({"machtiging": ""},)),
    ),
    faulty=(Example(({"machtiging": "72"},)),),
)
