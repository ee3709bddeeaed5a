"""Date of birth lies in the future."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-GEB1",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("geboortedatum", "dagtekening"),
    title=Text("Geboortedatum ligt in de toekomst", "Date of birth lies in the future"),
    message=Text(
        "De geboortedatum ligt na de dagtekening ({dagtekening}).",
        "The date of birth lies after the date of the message ({dagtekening}).",
    ),
    remedy=Text(
        "Verbeter de geboortedatum. Voor een ongeboren kind: gebruik de verwachte datum pas na de geboorte.",
        "Correct the date of birth. For an unborn child: use the expected date only after birth.",
    ),
    source="iStandaarden TR134, TR135",
    wrong="r.geboortedatum > r.dagtekening",
    also={"start": "", "stop": "", "verzoek": ""},
    fine=(
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "2025-10-10"},)),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "2012-10-10"},), table="start"),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "2012-10-10"},), table="stop"),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "2012-10-10"},), table="verzoek"),
    ),
    faulty=(
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "2025-10-11"},)),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "2052-10-10"},), table="start"),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "2052-10-10"},), table="stop"),
        Example(({"dagtekening": "2025-10-10", "geboortedatum": "2052-10-10"},), table="verzoek"),
    ),
)
