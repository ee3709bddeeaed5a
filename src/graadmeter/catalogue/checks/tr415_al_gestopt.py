"""Care had ended for good already."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR415",
    table="stop",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("reden_beeindiging", "toewijzingnummer"),
    title=Text("Hulp was al definitief gestopt", "Care had ended for good already"),
    message=Text(
        (
            "Voor toewijzing {toewijzingnummer} staan er {detail} definitieve stops; deze heeft reden "
            "{reden_beeindiging}. De laatste einddatum telt."
        ),
        (
            "Assignment {toewijzingnummer} has {detail} final stops; this one has reason {reden_beeindiging}. "
            "The last end date counts."
        ),
    ),
    remedy=Text("Trek de verkeerde stop in (status 3).", "Withdraw the wrong stop (status 3)."),
    source="iStandaarden TR415, OP378",
    wrong="""
    r.status_aanlevering = '1' AND r.reden_beeindiging <> '20' AND stopreden.saldo > 0
    AND stop.definitief > 1
    """,
    detail="stop.definitief",
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "20",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "31",
                },
            )
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "31",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "3",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "31",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "34",
                },
            )
        ),
    ),
    faulty=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "34",
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
                        "einddatum": "2025-10-01",
                    },
                )
            },
        ),
    ),
)
