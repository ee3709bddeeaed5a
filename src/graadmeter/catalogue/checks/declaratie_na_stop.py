"""Care is claimed after its end."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-STOP2",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("periode_begin", "toewijzingnummer"),
    title=Text("Hulp is gedeclareerd na het einde", "Care is claimed after its end"),
    message=Text(
        (
            "De hulp op toewijzing {toewijzingnummer} is op {detail} gestopt, maar wordt vanaf "
            "{periode_begin} gedeclareerd."
        ),
        ("Care on assignment {toewijzingnummer} ended on {detail} but is claimed from {periode_begin}."),
    ),
    remedy=Text(
        "Laat de aanbieder de stop intrekken of de declaratie crediteren.",
        "Have the provider withdraw the stop or credit the claim.",
    ),
    source="iStandaarden OP155, OP302; eigen regel",
    wrong="r.debet_credit = 'D' AND r.periode_begin > einde.einddatum",
    detail="einde.einddatum",
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "debet_credit": "D", "periode_begin": "2025-10-01"},),
            other={
                "stop": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "begindatum": "2025-01-01",
                        "einddatum": "2025-10-15",
                        "reden_beeindiging": "31",
                        "status_aanlevering": "1",
                    },
                )
            },
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "debet_credit": "D", "periode_begin": "2025-10-01"},),
            other={
                "stop": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "begindatum": "2025-01-01",
                        "einddatum": "2025-08-15",
                        "reden_beeindiging": "20",
                        "status_aanlevering": "1",
                    },
                )
            },
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "debet_credit": "D", "periode_begin": "2025-10-01"},),
            other={
                "stop": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "begindatum": "2025-01-01",
                        "einddatum": "2025-08-15",
                        "reden_beeindiging": "31",
                        "status_aanlevering": "1",
                    },
                ),
                "start": (
                    {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-09-15", "status_aanlevering": "1"},
                ),
            },
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "debet_credit": "D", "periode_begin": "2025-10-01"},),
            other={
                "stop": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "begindatum": "2025-01-01",
                        "einddatum": "2025-08-15",
                        "reden_beeindiging": "31",
                        "status_aanlevering": "1",
                    },
                )
            },
        ),
    ),
)
