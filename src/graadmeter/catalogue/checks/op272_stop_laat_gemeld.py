"""Stop was reported late."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP272",
    table="stop",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("einddatum", "dagtekening"),
    title=Text("Stop is laat gemeld", "Stop was reported late"),
    message=Text(
        "De hulp eindigde op {einddatum} en is gemeld op {dagtekening}: meer dan vijf werkdagen later.",
        "Care ended on {einddatum} and was reported on {dagtekening}: more than five working days later.",
    ),
    remedy=Text(
        "U hoeft niets te doen. Late meldingen maken de laatste kwartalen onvolledig.",
        "There is nothing to do. Late reports make the latest quarters incomplete.",
    ),
    source="iStandaarden OP272",
    wrong="r.status_aanlevering = '1' AND r.dagtekening - r.einddatum > 7",
    fine=(Example(({"status_aanlevering": "1", "einddatum": "2025-10-03", "dagtekening": "2025-10-10"},)),),
    faulty=(Example(({"status_aanlevering": "1", "einddatum": "2025-10-02", "dagtekening": "2025-10-10"},)),),
)
