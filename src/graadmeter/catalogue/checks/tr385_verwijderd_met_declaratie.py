"""Removed assignment was claimed already."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR385",
    table="toewijzing",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Verwijderde toewijzing is al gedeclareerd", "Removed assignment was claimed already"),
    message=Text(
        (
            "Toewijzing {toewijzingnummer} is verwijderd (reden 13), maar er staan {detail} "
            "declaratieregels op die niet zijn teruggedraaid."
        ),
        ("Assignment {toewijzingnummer} is removed (reason 13), yet {detail} claim lines on it were not taken back."),
    ),
    remedy=Text(
        "Laat de aanbieder eerst de declaraties crediteren, of trek de verwijdering in.",
        "Have the provider credit the claims first, or undo the removal.",
    ),
    source="iStandaarden TR385",
    wrong="r.reden_wijziging = '13' AND r.einddatum = r.ingangsdatum AND gedeclareerde.saldo > 0",
    detail="gedeclareerde.saldo",
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "reden_wijziging": "13",
                    "ingangsdatum": "2025-10-01",
                    "einddatum": "2025-10-01",
                },
            ),
            other={
                "prestatie": (
                    {"domein": "jw", "toewijzingnummer": "1", "debet_credit": "D"},
                    {"domein": "jw", "toewijzingnummer": "1", "debet_credit": "C"},
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
                    "reden_wijziging": "13",
                    "ingangsdatum": "2025-10-01",
                    "einddatum": "2025-10-01",
                },
            ),
            other={"prestatie": ({"domein": "jw", "toewijzingnummer": "1", "debet_credit": "D"},)},
        ),
    ),
)
