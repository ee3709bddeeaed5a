"""Wanted end lies before the wanted start."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR018-315",
    table="verzoek",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("toewijzing_einddatum", "toewijzing_ingangsdatum"),
    title=Text("Gewenste einddatum ligt voor de ingangsdatum", "Wanted end lies before the wanted start"),
    message=Text(
        ("De gewenste einddatum ({toewijzing_einddatum}) ligt voor de ingangsdatum ({toewijzing_ingangsdatum})."),
        "The wanted end ({toewijzing_einddatum}) lies before the start ({toewijzing_ingangsdatum}).",
    ),
    remedy=Text("Vraag de aanbieder het verzoek te verbeteren.", "Ask the provider to correct the request."),
    source="iStandaarden TR018, CS003",
    wrong="r.toewijzing_einddatum < r.toewijzing_ingangsdatum",
    fine=(
        Example(
            (
                {"toewijzing_ingangsdatum": "2025-10-01", "toewijzing_einddatum": "2026-10-01"},
                {"toewijzing_ingangsdatum": "2025-10-01"},
            )
        ),
    ),
    faulty=(Example(({"toewijzing_ingangsdatum": "2025-10-01", "toewijzing_einddatum": "2025-09-30"},)),),
)
