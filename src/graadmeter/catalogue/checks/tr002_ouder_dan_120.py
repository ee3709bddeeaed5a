"""Client would be older than 120."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR002",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("geboortedatum", "dagtekening"),
    title=Text("Cliënt zou ouder zijn dan 120 jaar", "Client would be older than 120"),
    message=Text(
        "De geboortedatum ligt meer dan 120 jaar voor de dagtekening ({dagtekening}).",
        "The date of birth lies more than 120 years before the date of the message ({dagtekening}).",
    ),
    remedy=Text(
        "Verbeter de geboortedatum. Is zij onbekend, vul dan 1900-01-01 in.",
        "Correct the date of birth. If it is unknown, fill in 1900-01-01.",
    ),
    source="iStandaarden TR002",
    wrong=(
        "EXTRACT(YEAR FROM r.dagtekening) - EXTRACT(YEAR FROM r.geboortedatum) > 120 AND r.geboortedatum <> "
        "CAST('1900-01-01' AS DATE)"
    ),
    also={"start": "", "stop": "", "verzoek": ""},
    fine=(
        Example(
            (
                {"dagtekening": "2025-10-10", "geboortedatum": "1905-12-31"},
                {"dagtekening": "2025-10-10", "geboortedatum": "1900-01-01"},
            )
        ),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "1930-12-31"},), table="start"),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "1930-12-31"},), table="stop"),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "1930-12-31"},), table="verzoek"),
    ),
    faulty=(
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "1825-12-31"},)),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "1904-12-31"},), table="start"),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "1904-12-31"},), table="stop"),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "1904-12-31"},), table="verzoek"),
    ),
)
