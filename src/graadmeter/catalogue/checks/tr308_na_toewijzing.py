"""Care lies after the assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR308",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("periode_eind", "toewijzingnummer"),
    title=Text("Hulp valt na de toewijzing", "Care lies after the assignment"),
    message=Text(
        "De productperiode eindigt op {periode_eind}, na de einddatum van toewijzing {toewijzingnummer}.",
        "The product period ends on {periode_eind}, after the end of assignment {toewijzingnummer}.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR308",
    wrong="r.periode_eind > toewijzing.einddatum AND COALESCE(toewijzing.reden_wijziging, '') <> '13'",
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "periode_begin": "2025-12-01",
                    "periode_eind": "2025-12-20",
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
                    },
                )
            },
        ),
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
                        "volume": "10",
                        "eenheid": "04",
                        "frequentie": "4",
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
                    "periode_begin": "2025-12-01",
                    "periode_eind": "2025-12-31",
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
                    },
                )
            },
        ),
    ),
)
