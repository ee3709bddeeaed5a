"""Start or stop without an assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR019-301",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Start of stop zonder toewijzing", "Start or stop without an assignment"),
    message=Text(
        (
            "Toewijzing {toewijzingnummer} is niet bekend, in deze noch in een eerdere levering. De hulp telt "
            "pas mee als de toewijzing er is."
        ),
        (
            "Assignment {toewijzingnummer} is not known, in this delivery or an earlier one. The care counts "
            "once the assignment is there."
        ),
    ),
    remedy=Text(
        "Lever het toewijzingsbericht (301) na, of verbeter het nummer.",
        "Deliver the assignment message (301), or correct the number.",
    ),
    source="iStandaarden TR019",
    wrong="toewijzing.nummer IS NULL AND r.nummer IS NOT NULL",
    also={"stop": ""},
    uses=("eerder_toewijzing",),
    fine=(
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
                    "productcode": "45A48",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                },
            ),
            other={
                "toewijzing": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "2",
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
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "31",
                },
            ),
            table="stop",
        ),
    ),
)
