"""Removed assignment has a duration."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CS335",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("reden_wijziging", "einddatum", "ingangsdatum"),
    title=Text("Verwijderde toewijzing heeft een looptijd", "Removed assignment has a duration"),
    message=Text(
        (
            "Reden wijziging 13 (verwijderd) hoort bij gelijke datums; hier loopt de toewijzing van "
            "{ingangsdatum} tot {einddatum}. Wij lezen haar als beëindigd op die dag, niet als verwijderd."
        ),
        (
            "Change reason 13 (removed) goes with equal dates; here the assignment runs from {ingangsdatum} to "
            "{einddatum}. We read it as ended on that day, not as removed."
        ),
    ),
    remedy=Text(
        "Was de toewijzing nooit van kracht? Maak de einddatum dan gelijk aan de ingangsdatum.",
        "Was the assignment never in force? Then make the end date equal to the start date.",
    ),
    source="iStandaarden CS335",
    wrong="r.reden_wijziging = '13' AND (r.einddatum IS NULL OR r.einddatum <> r.ingangsdatum)",
    fine=(
        Example(
            (
                {"reden_wijziging": "13", "ingangsdatum": "2025-10-01", "einddatum": "2025-10-01"},
                {"reden_wijziging": "14", "ingangsdatum": "2025-10-01"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"reden_wijziging": "13", "ingangsdatum": "2025-10-01", "einddatum": "2025-12-01"},
                {"reden_wijziging": "13", "ingangsdatum": "2025-10-01"},
            )
        ),
    ),
)
