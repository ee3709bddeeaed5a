"""End date lies before the start date."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR018",
    table="stop",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("einddatum", "begindatum"),
    title=Text("Einddatum ligt voor de begindatum", "End date lies before the start date"),
    message=Text(
        "De einddatum ({einddatum}) ligt voor de begindatum ({begindatum}).",
        "The end date ({einddatum}) lies before the start date ({begindatum}).",
    ),
    remedy=Text("Verbeter een van beide datums en lever opnieuw.", "Correct one of the two dates and deliver again."),
    source="iStandaarden TR018, CS003",
    wrong="r.einddatum < r.begindatum",
    also={"voorziening": ""},
    fine=(
        Example(({"begindatum": "2025-10-01", "einddatum": "2025-10-01"},)),
        Example(({"begindatum": "2025-10-01", "einddatum": ""},), table="voorziening"),
    ),
    faulty=(
        Example(({"begindatum": "2025-10-02", "einddatum": "2025-10-01"},)),
        Example(({"begindatum": "2025-10-02", "einddatum": "01-10-2025"},), table="voorziening"),
    ),
)
