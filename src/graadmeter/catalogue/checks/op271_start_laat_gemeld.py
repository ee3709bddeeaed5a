"""Start was reported late."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP271",
    table="start",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("begindatum", "dagtekening"),
    title=Text("Start is laat gemeld", "Start was reported late"),
    message=Text(
        "De hulp begon op {begindatum} en is gemeld op {dagtekening}: meer dan vijf werkdagen later.",
        "Care began on {begindatum} and was reported on {dagtekening}: more than five working days later.",
    ),
    remedy=Text(
        "U hoeft niets te doen. Late meldingen maken de laatste kwartalen onvolledig.",
        "There is nothing to do. Late reports make the latest quarters incomplete.",
    ),
    source="iStandaarden OP271",
    wrong="r.status_aanlevering = '1' AND r.dagtekening - r.begindatum > 7",
    fine=(
        Example(
            (
                {"status_aanlevering": "1", "begindatum": "2025-10-03", "dagtekening": "2025-10-10"},
                {"status_aanlevering": "3", "begindatum": "2025-01-03", "dagtekening": "2025-10-10"},
            )
        ),
    ),
    faulty=(Example(({"status_aanlevering": "1", "begindatum": "2025-10-02", "dagtekening": "2025-10-10"},)),),
)
