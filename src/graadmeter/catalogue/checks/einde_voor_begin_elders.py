"""End date lies before the start date."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR018-E",
    table="participatiewet",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("einddatum", "begindatum"),
    title=Text("Einddatum ligt voor de begindatum", "End date lies before the start date"),
    message=Text(
        "De einddatum ({einddatum}) ligt voor de begindatum ({begindatum}).",
        "The end ({einddatum}) lies before the start ({begindatum}).",
    ),
    remedy=Text("Verbeter een van beide datums.", "Correct one of the two dates."),
    source="eigen regel; iStandaarden TR018",
    wrong="r.einddatum < r.begindatum",
    also={"interventie": ""},
    fine=(
        Example(({"begindatum": "2025-01-01", "einddatum": "2025-02-01"},)),
        Example(({"begindatum": "2025-01-01", "einddatum": "2025-02-01"},), table="interventie"),
    ),
    faulty=(
        Example(({"begindatum": "2025-03-01", "einddatum": "2025-02-01"},)),
        Example(({"begindatum": "2025-03-01", "einddatum": "2025-02-01"},), table="interventie"),
    ),
)
