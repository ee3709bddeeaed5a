"""Stop without a start."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR382",
    table="stop",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("begindatum", "toewijzingnummer"),
    title=Text("Stop zonder start", "Stop without a start"),
    message=Text(
        (
            "Van toewijzing {toewijzingnummer} is geen start op {begindatum} bekend, maar wel deze stop. Zonder "
            "start telt de hulp niet mee."
        ),
        (
            "No start on {begindatum} of assignment {toewijzingnummer} is known, but this stop is. Without a "
            "start the care does not count."
        ),
    ),
    remedy=Text(
        "Neem begindatum en nummer uit het startbericht over, of lever het startbericht na.",
        "Copy start date and number from the start message, or deliver the start message.",
    ),
    source="iStandaarden TR382, OP072",
    wrong="r.status_aanlevering = '1' AND r.nummer IS NOT NULL AND COALESCE(start.gemeld, 0) = 0",
    uses=("eerder_start",),
    fine=(
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
            ),
            other={
                "start": (
                    {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                )
            },
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
            ),
            other={
                "eerder_start": (
                    {"domein": "jw", "nummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                )
            },
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
                    "reden_beeindiging": "31",
                },
            ),
            other={
                "start": (
                    {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-16", "status_aanlevering": "1"},
                )
            },
        ),
    ),
)
