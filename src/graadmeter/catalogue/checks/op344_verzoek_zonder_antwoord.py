"""Request has not been answered yet."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP344",
    table="verzoek",
    tier=Tier.ACROSS_FILES,
    severity=Severity.INFORMATION,
    fields=("referentie", "dagtekening"),
    title=Text("Verzoek is nog niet beantwoord", "Request has not been answered yet"),
    message=Text(
        (
            "Op het verzoek van {dagtekening} staat in deze levering geen toewijzing of antwoord, terwijl er meer"
            " dan vijf werkdagen om zijn."
        ),
        (
            "This delivery holds no assignment for the request of {dagtekening}, although more than "
            "five working days have passed."
        ),
    ),
    remedy=Text(
        "Beantwoord het verzoek met een toewijzing (301) of een antwoord (319).",
        "Answer the request with an assignment (301) or an answer (319).",
    ),
    source="iStandaarden OP344, OP274",
    wrong="""
    antwoord.toewijzingsdatum IS NULL AND bericht319.dagtekening IS NULL AND r.referentie IS NOT NULL
    AND r.dagtekening + 7 < :laatste_dag
    """,
    uses=("toewijzing",),
    fine=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "dagtekening": "2025-10-01"},),
            other={
                "toewijzing": (
                    {"domein": "jw", "aanbieder": "41410001", "referentie": "A", "toewijzingsdatum": "2025-10-03"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "dagtekening": "2025-10-01"},),
            other={
                "toewijzing": (
                    {"domein": "jw", "aanbieder": "41410001", "referentie": "B", "toewijzingsdatum": "2025-10-03"},
                )
            },
        ),
    ),
)
