"""Product period crosses a month."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CS337",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("periode_begin", "periode_eind"),
    title=Text("Productperiode loopt over de maandgrens", "Product period crosses a month"),
    message=Text(
        (
            "De productperiode loopt van {periode_begin} tot en met {periode_eind}; zij hoort binnen één "
            "kalendermaand te vallen."
        ),
        ("The product period runs from {periode_begin} to {periode_eind}; it should lie within one calendar month."),
    ),
    remedy=Text("Vraag de aanbieder de regel per maand te splitsen.", "Ask the provider to split the line per month."),
    source="iStandaarden CS337, OP367",
    wrong="""
    EXTRACT(YEAR FROM r.periode_begin) * 12 + EXTRACT(MONTH FROM r.periode_begin)
    <> EXTRACT(YEAR FROM r.periode_eind) * 12 + EXTRACT(MONTH FROM r.periode_eind)
    """,
    needs=("GM-TR018-323",),
    fine=(Example(({"periode_begin": "2025-10-15", "periode_eind": "2025-10-31"},)),),
    faulty=(
        Example(
            (
                {"periode_begin": "2025-10-15", "periode_eind": "2025-11-14"},
                {"periode_begin": "2024-10-01", "periode_eind": "2025-10-31"},
            )
        ),
    ),
)
