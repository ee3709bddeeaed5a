"""Claim on a removed assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR384",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Declaratie op een verwijderde toewijzing", "Claim on a removed assignment"),
    message=Text(
        "Toewijzing {toewijzingnummer} is verwijderd (reden 13): er kan niets op worden gedeclareerd.",
        "Assignment {toewijzingnummer} was removed (reason 13): nothing can be claimed on it.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR384",
    wrong="toewijzing.reden_wijziging = '13' AND r.debet_credit = 'D'",
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "periode_begin": "2025-10-01",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                },
            ),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "volume": "10", "eenheid": "04", "reden_wijziging": "14"},
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
                    "periode_begin": "2025-10-01",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                },
            ),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "volume": "10", "eenheid": "04", "reden_wijziging": "13"},
                )
            },
        ),
    ),
)
