"""End of the assignment lies before its start."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR018-301",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("einddatum", "ingangsdatum"),
    title=Text("Einddatum van de toewijzing ligt voor de ingangsdatum", "End of the assignment lies before its start"),
    message=Text(
        "De einddatum ({einddatum}) ligt voor de ingangsdatum ({ingangsdatum}).",
        "The end date ({einddatum}) lies before the start date ({ingangsdatum}).",
    ),
    remedy=Text(
        (
            "Verbeter een van beide datums en lever opnieuw. Is de toewijzing nooit ingegaan? Gebruik dan reden "
            "wijziging 13 met gelijke datums."
        ),
        (
            "Correct one of the two dates and deliver again. Was the assignment never in force? Then use change "
            "reason 13 with equal dates."
        ),
    ),
    source="iStandaarden TR018, CS003",
    wrong="r.einddatum < r.ingangsdatum",
    fine=(Example(({"ingangsdatum": "2025-10-01", "einddatum": "2025-10-01"}, {"ingangsdatum": "2025-10-01"})),),
    faulty=(Example(({"ingangsdatum": "2025-10-02", "einddatum": "2025-10-01"},)),),
)
