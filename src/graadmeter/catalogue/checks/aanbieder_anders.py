"""Provider is not the assigned one."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-AANB1",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("aanbieder", "toewijzingnummer"),
    title=Text("Aanbieder is niet de toegewezen aanbieder", "Provider is not the assigned one"),
    message=Text(
        ("Aanbieder {aanbieder} meldt hulp op toewijzing {toewijzingnummer}, die aan een andere aanbieder is gegeven."),
        ("Provider {aanbieder} reports care on assignment {toewijzingnummer}, which was given to another provider."),
    ),
    remedy=Text("Controleer het toewijzingnummer en de AGB-code.", "Check the assignment number and the AGB code."),
    source="iStandaarden OP276",
    wrong="r.aanbieder <> toewijzing.aanbieder",
    also={"start": "", "stop": "", "voorziening": ""},
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
        Example(
            (
                {
                    "wet": "jeugdwet",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "productcode": "45A48",
                    "begindatum": "2025-01-15",
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
            table="voorziening",
        ),
    ),
    faulty=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410002",
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
                    "aanbieder": "41410002",
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
                    "aanbieder": "41410002",
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
        Example(
            (
                {
                    "wet": "jeugdwet",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410002",
                    "productcode": "45A48",
                    "begindatum": "2025-01-15",
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
            table="voorziening",
        ),
    ),
)
