"""Withdrawn report was never made."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR063",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "begindatum"),
    title=Text("Ingetrokken melding is nooit gedaan", "Withdrawn report was never made"),
    message=Text(
        (
            "Deze melding trekt een eerdere in (toewijzing {toewijzingnummer}, begonnen op {begindatum}), maar "
            "die is niet bekend."
        ),
        (
            "This report withdraws an earlier one (assignment {toewijzingnummer}, begun on {begindatum}), but "
            "that one is not known."
        ),
    ),
    remedy=Text(
        "Controleer nummer en begindatum: zij moeten gelijk zijn aan die van de eerdere melding.",
        "Check number and start date: they must equal those of the earlier report.",
    ),
    source="iStandaarden TR063",
    wrong="r.status_aanlevering = '3' AND COALESCE(start.gemeld, 0) = 0",
    also={"stop": "r.status_aanlevering = '3' AND COALESCE(stopreden.gemeld, 0) = 0"},
    uses=("eerder_start", "eerder_stop"),
    fine=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "3"},
            )
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "3",
                    "reden_beeindiging": "31",
                },
            ),
            other={
                "eerder_stop": (
                    {
                        "domein": "jw",
                        "nummer": "1",
                        "begindatum": "2025-01-15",
                        "status_aanlevering": "1",
                        "reden_beeindiging": "31",
                    },
                )
            },
            table="stop",
        ),
    ),
    faulty=(
        Example(({"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "3"},)),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "3",
                    "reden_beeindiging": "31",
                },
            ),
            table="stop",
        ),
    ),
)
