"""Wanted end lies before the wanted start."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR018-317",
    table="wijzigingsverzoek",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("gewenste_einddatum", "gewenste_ingangsdatum"),
    title=Text("Gewenste einddatum ligt voor de ingangsdatum", "Wanted end lies before the wanted start"),
    message=Text(
        ("De gewenste einddatum ({gewenste_einddatum}) ligt voor de ingangsdatum ({gewenste_ingangsdatum})."),
        "The wanted end ({gewenste_einddatum}) lies before the start ({gewenste_ingangsdatum}).",
    ),
    remedy=Text("Vraag de aanbieder het bericht te verbeteren.", "Ask the provider to correct the message."),
    source="iStandaarden TR018, CS003",
    wrong="r.gewenste_einddatum < r.gewenste_ingangsdatum",
    fine=(Example(({"gewenste_ingangsdatum": "2025-10-01", "gewenste_einddatum": "2026-10-01"},)),),
    faulty=(Example(({"gewenste_ingangsdatum": "2025-10-01", "gewenste_einddatum": "2025-09-01"},)),),
)
