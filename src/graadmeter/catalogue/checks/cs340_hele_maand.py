"""Claim period is not one whole calendar month."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CS340",
    table="declaratie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("periode_begin", "periode_eind"),
    title=Text("Declaratieperiode is geen hele kalendermaand", "Claim period is not one whole calendar month"),
    message=Text(
        (
            "De declaratieperiode loopt van {periode_begin} tot en met {periode_eind}; dat is niet precies één "
            "kalendermaand."
        ),
        ("The claim period runs from {periode_begin} to {periode_eind}, which is not exactly one calendar month."),
    ),
    remedy=Text(
        "Declareer per kalendermaand, van de eerste tot en met de laatste dag.",
        "Claim per calendar month, from its first to its last day.",
    ),
    source="iStandaarden CS340",
    wrong="""
    EXTRACT(DAY FROM r.periode_begin) <> 1 OR EXTRACT(DAY FROM r.periode_eind + 1) <> 1
    OR EXTRACT(YEAR FROM r.periode_begin) * 12 + EXTRACT(MONTH FROM r.periode_begin)
     <> EXTRACT(YEAR FROM r.periode_eind) * 12 + EXTRACT(MONTH FROM r.periode_eind)
    """,
    fine=(
        Example(
            (
                {"periode_begin": "2024-02-01", "periode_eind": "2024-02-29"},
                {"periode_begin": "2025-12-01", "periode_eind": "2025-12-31"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"periode_begin": "2024-02-01", "periode_eind": "2024-02-28"},
                {"periode_begin": "2025-10-01", "periode_eind": "2025-11-30"},
                {"periode_begin": "2025-10-02", "periode_eind": "2025-10-31"},
            )
        ),
    ),
)
