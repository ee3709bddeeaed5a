"""Start was reported more than a year late."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-LAAT1",
    table="start",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("begindatum", "dagtekening"),
    title=Text("Start is meer dan een jaar te laat gemeld", "Start was reported more than a year late"),
    message=Text(
        (
            "De hulp begon op {begindatum} en is pas op {dagtekening} gemeld. Cijfers die al "
            "gepubliceerd zijn veranderen hierdoor."
        ),
        (
            "Care began on {begindatum} and was reported on {dagtekening} only. Figures already "
            "published change by this."
        ),
    ),
    remedy=Text(
        "Controleer de begindatum. Klopt zij, meld starts dan binnen vijf werkdagen.",
        "Check the start date. If it is right, report starts within five working days.",
    ),
    source="iStandaarden OP271; eigen regel: late registratie",
    wrong="r.status_aanlevering = '1' AND r.dagtekening - r.begindatum > 366",
    also={"stop": "r.status_aanlevering = '1' AND r.dagtekening - r.einddatum > 366"},
    uses=("eerder_start",),
    fine=(
        Example(({"begindatum": "2025-10-01", "dagtekening": "2025-10-03", "status_aanlevering": "1"},)),
        Example(
            (
                {
                    "begindatum": "2025-01-01",
                    "einddatum": "2025-10-01",
                    "dagtekening": "2025-10-03",
                    "status_aanlevering": "1",
                },
            ),
            table="stop",
        ),
    ),
    faulty=(
        Example(({"begindatum": "2024-09-01", "dagtekening": "2025-10-03", "status_aanlevering": "1"},)),
        Example(
            (
                {
                    "begindatum": "2024-01-01",
                    "einddatum": "2024-09-01",
                    "dagtekening": "2025-10-03",
                    "status_aanlevering": "1",
                },
            ),
            table="stop",
        ),
    ),
)
