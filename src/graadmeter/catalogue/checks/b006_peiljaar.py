"""Population is of another year."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-B006",
    table="bevolking",
    tier=Tier.FILE,
    severity=Severity.STOPS_FILE,
    fields=("peildatum",),
    title=Text("Bevolking is van een ander jaar", "Population is of another year"),
    message=Text(
        "De meeste regels van dit bestand noemen een ander jaar dan het jaar van de levering.",
        "Most rows of this file name another year than the year of the delivery.",
    ),
    remedy=Text(
        "Lever de bevolking op 1 januari van het jaar waarover u levert.",
        "Deliver the population on 1 January of the year you deliver for.",
    ),
    source="eigen regel: bevolking op 1 januari van het leveringsjaar",
    wrong="r.jaar <> EXTRACT(YEAR FROM :laatste_dag)",
    share=0.5,
    fine=(Example(({"peildatum": "2025-01-01"},)),),
    faulty=(Example(({"peildatum": "2024-01-01"},) * 2),),
)
