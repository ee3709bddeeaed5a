"""Claimed care was never started."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP295",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.INFORMATION,
    fields=("toewijzingnummer", "periode_begin"),
    title=Text("Gedeclareerde hulp is nooit gestart", "Claimed care was never started"),
    message=Text(
        (
            "Op toewijzing {toewijzingnummer} is hulp gedeclareerd vanaf {periode_begin}, maar een "
            "startbericht (305) is niet bekend. De kosten tellen, het traject niet."
        ),
        (
            "Care is claimed on assignment {toewijzingnummer} from {periode_begin}, but no start "
            "message (305) is known. The costs count, the trajectory does not."
        ),
    ),
    remedy=Text(
        "Vraag de aanbieder het startbericht alsnog te sturen.", "Ask the provider to send the start message after all."
    ),
    source="iStandaarden OP295, OP363; telregel Graadmeter: zonder 305 geen traject",
    wrong=(
        "r.debet_credit = 'D' AND starts.gemeld IS NULL AND r.nummer IS NOT NULL AND COALESCE(r.categorie, '') <> '42'"
    ),
    uses=("eerder_start",),
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "debet_credit": "D",
                    "periode_begin": "2025-10-01",
                    "categorie": "45",
                },
            ),
            other={
                "start": (
                    {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-10-01", "status_aanlevering": "1"},
                )
            },
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "debet_credit": "D",
                    "periode_begin": "2025-10-01",
                    "categorie": "42",
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
                    "debet_credit": "D",
                    "periode_begin": "2025-10-01",
                    "categorie": "45",
                },
            )
        ),
    ),
)
