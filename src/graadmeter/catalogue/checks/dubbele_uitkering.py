"""Benefit stands twice."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-DUB2",
    table="participatiewet",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("uitkering_id",),
    title=Text("Uitkering staat dubbel", "Benefit stands twice"),
    message=Text(
        "Uitkering {uitkering_id} staat meer dan eens in het bestand; alleen de eerste telt.",
        "Benefit {uitkering_id} stands more than once in the file; only the first counts.",
    ),
    remedy=Text("Lever elke uitkering één keer per kwartaal.", "Deliver each benefit once a quarter."),
    source="eigen regel: Participatiewet",
    wrong="r.volg > 1",
    key=("kwartaal", "uitkering_id"),
    fine=(Example(({"kwartaal": "2025KW04", "uitkering_id": "1"}, {"kwartaal": "2025KW04", "uitkering_id": "2"})),),
    faulty=(Example(({"kwartaal": "2025KW04", "uitkering_id": "1"}, {"kwartaal": "2025KW04", "uitkering_id": "1"})),),
)
