"""Measurement lies after the quarter."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-UIT1",
    table="uitkomst",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("meetdatum",),
    title=Text("Meting ligt na het kwartaal", "Measurement lies after the quarter"),
    message=Text(
        "De meting is van {meetdatum}, na het kwartaal van de levering.",
        "The measurement is of {meetdatum}, after the quarter of the delivery.",
    ),
    remedy=Text("Controleer de datum.", "Check the date."),
    source="eigen regel: uitkomsten",
    wrong="r.meetdatum > :laatste_dag",
    fine=(Example(({"meetdatum": "2025-12-31"},)),),
    faulty=(Example(({"meetdatum": "2026-01-01"},)),),
)
