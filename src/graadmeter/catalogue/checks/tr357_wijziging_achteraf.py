"""Change with retroactive effect."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR357",
    table="wijzigingsverzoek",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("gewenste_ingangsdatum", "toewijzingnummer"),
    title=Text("Wijziging met terugwerkende kracht", "Change with retroactive effect"),
    message=Text(
        (
            "De gewenste ingangsdatum ({gewenste_ingangsdatum}) ligt voor het verzoek en is niet de "
            "ingangsdatum van toewijzing {toewijzingnummer}."
        ),
        (
            "The wanted start ({gewenste_ingangsdatum}) lies before the request and is not the start "
            "of assignment {toewijzingnummer}."
        ),
    ),
    remedy=Text("Vraag de aanbieder het bericht te verbeteren.", "Ask the provider to correct the message."),
    source="iStandaarden TR357, OP345",
    wrong=("r.gewenste_ingangsdatum <= r.dagtekening AND r.gewenste_ingangsdatum <> toewijzing.ingangsdatum"),
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "dagtekening": "2025-10-10",
                    "gewenste_ingangsdatum": "2025-01-01",
                },
            ),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-01"},)},
        ),
    ),
    faulty=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "dagtekening": "2025-10-10",
                    "gewenste_ingangsdatum": "2025-09-01",
                },
            ),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-01"},)},
        ),
    ),
)
