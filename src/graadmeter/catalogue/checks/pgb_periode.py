"""The period of a payment ends before it begins."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-PGB3",
    table="pgb_besteding",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("periode_eind", "periode_begin"),
    title=Text("Periode eindigt voor zij begint", "Period ends before it begins"),
    message=Text(
        "De periode eindigt op {periode_eind}, voor haar begin ({periode_begin}).",
        "The period ends on {periode_eind}, before its start ({periode_begin}).",
    ),
    remedy=Text("Verbeter een van beide datums.", "Correct one of both dates."),
    source="iStandaarden TR018",
    wrong="r.periode_eind < r.periode_begin",
    also={"declaratie_uittreksel": ""},
    fine=(
        Example(({"periode_begin": "2025-10-01", "periode_eind": "2025-10-31"},)),
        Example(({"periode_begin": "2025-10-01", "periode_eind": "2025-10-31"},), table="declaratie_uittreksel"),
    ),
    faulty=(
        Example(({"periode_begin": "2025-10-31", "periode_eind": "2025-10-01"},)),
        Example(({"periode_begin": "2025-10-31", "periode_eind": "2025-10-01"},), table="declaratie_uittreksel"),
    ),
)
