"""Product period ends before it begins."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR018-323",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("periode_eind", "periode_begin"),
    title=Text("Productperiode eindigt voor zij begint", "Product period ends before it begins"),
    message=Text(
        "De productperiode eindigt op {periode_eind}, voor de begindatum {periode_begin}.",
        "The product period ends on {periode_eind}, before its start {periode_begin}.",
    ),
    remedy=Text("Vraag de aanbieder de declaratieregel te verbeteren.", "Ask the provider to correct the claim line."),
    source="iStandaarden TR018, CS003",
    wrong="r.periode_eind < r.periode_begin",
    also={"declaratie": ""},
    fine=(
        Example(({"periode_begin": "2025-10-01", "periode_eind": "2025-10-31"},)),
        Example(({"periode_begin": "2025-10-01", "periode_eind": "2025-10-31"},), table="declaratie"),
    ),
    faulty=(
        Example(({"periode_begin": "2025-10-01", "periode_eind": "2025-09-30"},)),
        Example(({"periode_begin": "2025-10-01", "periode_eind": "2025-09-30"},), table="declaratie"),
    ),
)
