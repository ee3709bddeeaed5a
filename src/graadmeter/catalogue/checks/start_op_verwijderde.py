"""Start on a removed assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-START2",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Start op een verwijderde toewijzing", "Start on a removed assignment"),
    message=Text(
        ("Toewijzing {toewijzingnummer} is verwijderd (reden 13), maar de hulp is gestart. De hulp telt niet mee."),
        ("Assignment {toewijzingnummer} was removed (reason 13), yet care has started. The care does not count."),
    ),
    remedy=Text("Trek de start in, of herstel de toewijzing.", "Withdraw the start, or restore the assignment."),
    source="iStandaarden OP362",
    wrong=(
        "toewijzing.reden_wijziging = '13' AND toewijzing.einddatum = toewijzing.ingangsdatum AND "
        "r.status_aanlevering = '1'"
    ),
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "status_aanlevering": "1"},),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-10", "einddatum": "2025-12-20"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "status_aanlevering": "1"},),
            other={
                "toewijzing": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "ingangsdatum": "2025-01-10",
                        "einddatum": "2025-01-10",
                        "reden_wijziging": "13",
                    },
                )
            },
        ),
    ),
)
