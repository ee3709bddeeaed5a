"""Request for change has not been answered yet."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP346",
    table="wijzigingsverzoek",
    tier=Tier.ACROSS_FILES,
    severity=Severity.INFORMATION,
    fields=("referentie", "dagtekening"),
    title=Text("Verzoek om wijziging is nog niet beantwoord", "Request for change has not been answered yet"),
    message=Text(
        (
            "Op het verzoek van {dagtekening} staat in deze levering geen toewijzing en geen "
            "antwoord, terwijl er meer dan vijf werkdagen om zijn."
        ),
        (
            "This delivery holds no assignment and no answer for the request of {dagtekening}, "
            "although more than five working days have passed."
        ),
    ),
    remedy=Text(
        "Beantwoord het verzoek met een toewijzing (301) of een antwoord (319).",
        "Answer the request with an assignment (301) or an answer (319).",
    ),
    source="iStandaarden OP346",
    wrong=(
        "r.referentie IS NOT NULL AND r.dagtekening + 7 < :laatste_dag AND "
        "antwoord.toewijzingsdatum IS NULL AND bericht319.dagtekening IS NULL"
    ),
    fine=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "dagtekening": "2025-10-01"},),
            other={
                "antwoord": ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "dagtekening": "2025-10-03"},)
            },
        ),
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "B", "dagtekening": "2025-12-30"},),
            other={
                "antwoord": ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "dagtekening": "2025-10-03"},)
            },
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "B", "dagtekening": "2025-10-01"},),
            other={
                "antwoord": ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "dagtekening": "2025-10-03"},)
            },
        ),
    ),
)
