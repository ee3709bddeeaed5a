"""Request was answered late."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP274",
    table="toewijzing",
    tier=Tier.ACROSS_FILES,
    severity=Severity.INFORMATION,
    fields=("toewijzingsdatum", "referentie"),
    title=Text("Verzoek is laat beantwoord", "Request was answered late"),
    message=Text(
        ("De toewijzing van {toewijzingsdatum} antwoordt op een verzoek van {detail}: meer dan vijf werkdagen later."),
        ("The assignment of {toewijzingsdatum} answers a request of {detail}: more than five working days later."),
    ),
    remedy=Text("U hoeft niets te doen.", "There is nothing to do."),
    source="iStandaarden OP274",
    wrong="""
    SELECT r.rij, v.dagtekening AS detail
    FROM :toewijzing AS r
    JOIN :verzoek AS v ON v.domein = r.domein AND v.aanbieder = r.aanbieder AND v.referentie = r.referentie
    WHERE r.toewijzingsdatum - v.dagtekening > 7
    """,
    is_query=True,
    fine=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "toewijzingsdatum": "2025-10-08"},),
            other={
                "verzoek": ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "dagtekening": "2025-10-01"},)
            },
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "toewijzingsdatum": "2025-10-09"},),
            other={
                "verzoek": ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "dagtekening": "2025-10-01"},)
            },
        ),
    ),
)
