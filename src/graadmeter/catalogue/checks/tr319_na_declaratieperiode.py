"""Care lies after the claim period."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR319",
    table="prestatie",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("periode_begin", "declaratienummer"),
    title=Text("Hulp valt na de declaratieperiode", "Care lies after the claim period"),
    message=Text(
        "De productperiode begint op {periode_begin}, na de declaratieperiode (tot en met {detail}).",
        "The product period begins on {periode_begin}, after the claim period (until {detail}).",
    ),
    remedy=Text(
        "Declareer hulp in de periode waarin zij is geleverd, of later.",
        "Claim care in the period in which it was delivered, or later.",
    ),
    source="iStandaarden TR319",
    wrong="r.periode_begin > declaratie.periode_eind",
    detail="declaratie.periode_eind",
    fine=(
        Example(
            ({"declaratienummer": "D", "periode_begin": "2025-09-01"},),
            other={
                "declaratie": ({"declaratienummer": "D", "periode_begin": "2025-10-01", "periode_eind": "2025-10-31"},)
            },
        ),
    ),
    faulty=(
        Example(
            ({"declaratienummer": "D", "periode_begin": "2025-11-01"},),
            other={
                "declaratie": ({"declaratienummer": "D", "periode_begin": "2025-10-01", "periode_eind": "2025-10-31"},)
            },
        ),
    ),
)
