"""Status says unknown, but there is a date."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-WT02",
    table="wachttijd",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("aanmelddatum_status", "aanmelddatum"),
    title=Text("Status zegt onbekend, maar er is een datum", "Status says unknown, but there is a date"),
    message=Text(
        "Bij een datum hoort status 'gemeten' of 'opgegeven'; zonder datum hoort 'onbekend'.",
        "A date has status 'gemeten' or 'opgegeven'; without a date it is 'onbekend'.",
    ),
    remedy=Text("Verbeter de status.", "Correct the status."),
    source="eigen regel: wachttijden per cliënt",
    wrong=(
        "(r.aanmelddatum IS NOT NULL AND r.aanmelddatum_status = 'onbekend') OR (r.intakedatum IS"
        " NOT NULL AND r.intakedatum_status = 'onbekend') OR (r.startdatum IS NOT NULL AND "
        "r.startdatum_status = 'onbekend')"
    ),
    fine=(
        Example(({"aanmelddatum": "2025-07-01", "aanmelddatum_status": "gemeten"},)),
        Example(({"aanmelddatum_status": "onbekend"},)),
    ),
    faulty=(Example(({"aanmelddatum": "2025-07-01", "aanmelddatum_status": "onbekend"},)),),
)
