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
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                    "bedrag": "50000",
                },
            ),
            other={
                "toewijzing": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "aanbieder": "41410001",
                        "categorie": "45",
                        "productcode": "45A48",
                        "toewijzingsdatum": "2024-12-20",
                        "toewijzingstijd": "10:00:00",
                        "ingangsdatum": "2025-01-10",
                        "einddatum": "2025-12-20",
                        "volume": "10",
                        "eenheid": "04",
                        "frequentie": "4",
                        "reden_wijziging": "14",
                    },
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
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                    "bedrag": "50000",
                },
            ),
            other={
                "toewijzing": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "aanbieder": "41410001",
                        "categorie": "45",
                        "productcode": "45A48",
                        "toewijzingsdatum": "2024-12-20",
                        "toewijzingstijd": "10:00:00",
                        "ingangsdatum": "2025-01-10",
                        "einddatum": "2025-01-10",
                        "volume": "10",
                        "eenheid": "04",
                        "frequentie": "4",
                        "reden_wijziging": "13",
                    },
                )
            },
        ),
    ),
)
