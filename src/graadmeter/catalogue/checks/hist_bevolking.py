"""Population differs strongly from the year before."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H08",
    table="bevolking",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("aantal",),
    title=Text("Bevolking wijkt sterk af van het jaar ervoor", "Population differs strongly from the year before"),
    message=Text(
        "De bevolking telt nu {detail} inwoners (nu / jaar ervoor).",
        "The population has {detail} inhabitants (now / the year before).",
    ),
    remedy=Text(
        "Controleer of alle wijken, leeftijden en geslachten zijn geleverd.",
        "Check that all wijken, ages and sexes were delivered.",
    ),
    source="eigen regel",
    wrong="""
    SELECT NULL AS rij, CAST(n.nu AS VARCHAR) || ' / ' || CAST(e.toen AS VARCHAR) AS detail
    FROM (SELECT SUM(aantal) AS nu, MAX(jaar) AS jaar FROM :bevolking) AS n
    JOIN (SELECT jaar, SUM(aantal) AS toen FROM :eerder_bevolking GROUP BY jaar) AS e ON e.jaar = n.jaar - 1
    WHERE ABS(n.nu - e.toen) > 0.1 * e.toen
    """,
    is_query=True,
    uses=("eerder_bevolking", "bevolking"),
    fine=(
        Example(
            ({"wijk": "WK014110", "leeftijd": "12", "geslacht": "m", "aantal": "105", "peildatum": "2025-01-01"},),
            other={
                "eerder_bevolking": (
                    {"wijk": "WK014110", "leeftijd": "12", "geslacht": "m", "aantal": "100", "jaar": "2024"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"wijk": "WK014110", "leeftijd": "12", "geslacht": "m", "aantal": "150", "peildatum": "2025-01-01"},),
            other={
                "eerder_bevolking": (
                    {"wijk": "WK014110", "leeftijd": "12", "geslacht": "m", "aantal": "100", "jaar": "2024"},
                )
            },
        ),
    ),
)
