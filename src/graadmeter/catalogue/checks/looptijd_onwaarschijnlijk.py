"""End date lies improbably far away."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-LOOP1",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("einddatum", "ingangsdatum"),
    title=Text("Einddatum ligt onwaarschijnlijk ver weg", "End date lies improbably far away"),
    message=Text(
        ("De toewijzing loopt van {ingangsdatum} tot {einddatum}: langer dan twintig jaar. Is dat een vuldatum?"),
        ("The assignment runs from {ingangsdatum} to {einddatum}: more than twenty years. Is that a filler?"),
    ),
    remedy=Text("Laat de einddatum leeg als er geen is.", "Leave the end date empty when there is none."),
    source="eigen regel",
    wrong="r.einddatum - r.ingangsdatum > 7305",
    fine=(Example(({"ingangsdatum": "2025-01-01", "einddatum": "2026-01-01"},)),),
    faulty=(Example(({"ingangsdatum": "2025-01-01", "einddatum": "2099-12-31"},)),),
)
