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
                    "begindatum": "2025-01-10",
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
