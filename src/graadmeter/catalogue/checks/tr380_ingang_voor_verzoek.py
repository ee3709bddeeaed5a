"""A new product is wanted from a day before the request."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR380",
    table="wijzigingsverzoek",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("gewenste_ingangsdatum", "toewijzingnummer", "dagtekening"),
    title=Text("Nieuw product gevraagd met terugwerkende kracht", "New product asked for with retroactive effect"),
    message=Text(
        "Het nieuwe product zou op {gewenste_ingangsdatum} ingaan, maar het verzoek is van {dagtekening}.",
        "The new product would begin on {gewenste_ingangsdatum}, yet the request is of {dagtekening}.",
    ),
    remedy=Text("Vraag de aanbieder het bericht te verbeteren.", "Ask the provider to correct the message."),
    source="iStandaarden TR380, OP343",
    wrong="r.nummer IS NULL AND r.gewenste_ingangsdatum <= r.dagtekening",
    fine=(
        Example(
            (
                {"dagtekening": "2025-11-03", "gewenste_ingangsdatum": "2025-11-10"},
                {"dagtekening": "2025-11-03", "gewenste_ingangsdatum": "2025-10-01", "toewijzingnummer": "1"},
            )
        ),
    ),
    faulty=(Example(({"dagtekening": "2025-11-03", "gewenste_ingangsdatum": "2025-11-03"},)),),
)
