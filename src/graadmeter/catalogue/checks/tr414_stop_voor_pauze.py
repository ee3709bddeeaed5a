"""Final stop lies before the temporary one."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR414",
    table="stop",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("einddatum", "toewijzingnummer"),
    title=Text("Definitieve stop ligt voor de tijdelijke", "Final stop lies before the temporary one"),
    message=Text(
        ("De hulp op toewijzing {toewijzingnummer} eindigt op {einddatum}, voor de tijdelijke stop op {detail}."),
        "Care on assignment {toewijzingnummer} ends on {einddatum}, before the temporary stop on {detail}.",
    ),
    remedy=Text("Controleer de einddatum.", "Check the end date."),
    source="iStandaarden TR414",
    wrong="r.status_aanlevering = '1' AND r.reden_beeindiging <> '20' AND r.einddatum < stop.pauze",
    detail="stop.pauze",
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-10-01",
                    "reden_beeindiging": "20",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-10-01",
                    "reden_beeindiging": "31",
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
                    "einddatum": "2025-10-02",
                    "reden_beeindiging": "20",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-10-01",
                    "reden_beeindiging": "31",
                },
            )
        ),
    ),
)
