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
    wrong="r.toewijzingsdatum - verzoek.dagtekening > 7",
    detail="verzoek.dagtekening",
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
