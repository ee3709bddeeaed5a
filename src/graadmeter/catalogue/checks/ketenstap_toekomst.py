"""Step in the chain lies after the quarter."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-KET1",
    table="ketenstap",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("datum", "stap"),
    title=Text("Stap in de keten ligt na het kwartaal", "Step in the chain lies after the quarter"),
    message=Text(
        "Stap '{stap}' is van {datum}, na het kwartaal van de levering.",
        "Step '{stap}' is of {datum}, after the quarter of the delivery.",
    ),
    remedy=Text("Lever alleen wat gebeurd is.", "Deliver only what has happened."),
    source="eigen regel: keten jeugdbescherming",
    wrong="r.datum > :laatste_dag",
    fine=(Example(({"datum": "2025-12-31"},)),),
    faulty=(Example(({"datum": "2026-01-01"},)),),
)
