"""Care begins before birth."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-GEB4",
    table="start",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("begindatum", "geboortedatum"),
    title=Text("Hulp begint voor de geboorte", "Care begins before birth"),
    message=Text(
        "De hulp begint op {begindatum}; dat is meer dan negen maanden voor de geboorte.",
        "The care begins on {begindatum}, more than nine months before birth.",
    ),
    remedy=Text("Controleer de begindatum en de geboortedatum.", "Check the start date and the date of birth."),
    source="eigen regel; maatregelen kunnen voor de geboorte beginnen",
    wrong="r.begindatum < r.geboortedatum - 280",
    also={"voorziening": ""},
    fine=(
        Example(({"begindatum": "2025-01-01", "geboortedatum": "2025-06-01"},)),
        Example(({"begindatum": "2025-01-01", "geboortedatum": "2012-06-01"},), table="voorziening"),
    ),
    faulty=(
        Example(({"begindatum": "2005-01-01", "geboortedatum": "2012-06-01"},)),
        Example(({"begindatum": "2011-01-01", "geboortedatum": "2012-06-01"},), table="voorziening"),
    ),
)
