"""Care had started already."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR326",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "begindatum"),
    title=Text("Hulp was al gestart", "Care had started already"),
    message=Text(
        (
            "Toewijzing {toewijzingnummer} was al gestart op {detail} en niet gestopt; toch is een nieuwe start "
            "op {begindatum} gemeld."
        ),
        (
            "Assignment {toewijzingnummer} had started on {detail} and not stopped; yet a new start on "
            "{begindatum} is reported."
        ),
    ),
    remedy=Text(
        "Meld eerst de stop, of trek de verkeerde start in (status 3).",
        "Report the stop first, or withdraw the wrong start (status 3).",
    ),
    source="iStandaarden TR326, OP289",
    wrong="r.status_aanlevering = '1' AND start.saldo > 0 AND starts.open_begin < r.begindatum",
    uses=("eerder_start", "eerder_stop"),
    detail="starts.open_begin",
    fine=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-03-01", "status_aanlevering": "1"},
            ),
            other={
                "stop": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "begindatum": "2025-01-15",
                        "status_aanlevering": "1",
                        "einddatum": "2025-02-01",
                        "reden_beeindiging": "20",
                    },
                )
            },
        ),
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "3"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-03-01", "status_aanlevering": "1"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-03-01", "status_aanlevering": "1"},
            )
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-03-01", "status_aanlevering": "1"},),
            other={
                "eerder_start": (
                    {"domein": "jw", "nummer": "1", "begindatum": "2025-01-01", "status_aanlevering": "1"},
                )
            },
        ),
    ),
)
