"""Product is not the assigned one."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR340",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("productcode", "toewijzingnummer"),
    title=Text("Product is niet het toegewezen product", "Product is not the assigned one"),
    message=Text(
        "Gemeld is product {productcode}; toewijzing {toewijzingnummer} noemt een ander.",
        "Reported is product {productcode}; assignment {toewijzingnummer} names another.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR340, TR382",
    wrong="r.productcode <> toewijzing.productcode",
    also={"start": "", "stop": ""},
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
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
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
            table="start",
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "31",
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
            table="stop",
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
                    "productcode": "45A53",
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
                    "productcode": "45A53",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
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
            table="start",
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A53",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "31",
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
            table="stop",
        ),
    ),
)
