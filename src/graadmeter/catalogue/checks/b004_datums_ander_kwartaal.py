"""Dates contradict the quarter."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-B004",
    table="voorziening",
    tier=Tier.FILE,
    severity=Severity.STOPS_FILE,
    fields=("begindatum", "einddatum"),
    title=Text("Datums spreken het kwartaal tegen", "Dates contradict the quarter"),
    message=Text(
        (
            "De meeste voorzieningen in dit bestand lopen niet in het kwartaal van de levering: zij beginnen "
            "later of zijn eerder geëindigd."
        ),
        ("Most provisions in this file do not run in the quarter of the delivery: they begin later or ended earlier."),
    ),
    remedy=Text(
        "Controleer of u het kwartaal goed hebt opgegeven en het juiste bestand hebt gekozen.",
        "Check that you gave the right quarter and chose the right file.",
    ),
    source="eigen regel: opgegeven periode tegen de datums",
    wrong="r.begindatum > :laatste_dag OR r.einddatum < :eerste_dag",
    share=0.5,
    fine=(
        Example(
            (
                {"begindatum": "2025-11-01"},
                {"begindatum": "2024-01-01", "einddatum": "2025-10-01"},
                {"begindatum": "2026-01-01"},
            )
        ),
    ),
    faulty=(Example(({"begindatum": "2023-11-01", "einddatum": "2024-02-01"}, {"begindatum": "2026-01-02"})),),
)
