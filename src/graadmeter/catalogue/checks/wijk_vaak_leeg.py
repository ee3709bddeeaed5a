"""Wijk is often not filled."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-WIJK2",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Wijk is vaak niet gevuld", "Wijk is often not filled"),
    message=Text(
        "Bij {detail} procent van de regels is de wijk niet bekend. Wijkcijfers zijn dan niet te vertrouwen.",
        "For {detail} percent of the rows the wijk is not known. Figures per wijk cannot be trusted then.",
    ),
    remedy=Text(
        "Lever de wijk van de gezagsdrager op de laatste dag van het kwartaal mee.",
        "Deliver the wijk of the authority holder on the last day of the quarter.",
    ),
    source="eigen regel",
    wrong="""
    SELECT NULL AS rij,
           CAST(ROUND(100.0 * SUM(CASE WHEN r.wijk IS NULL THEN 1 ELSE 0 END) / COUNT(*)) AS INTEGER) AS detail
    FROM :voorziening AS r
    WHERE r.wet <> 'participatiewet'
    HAVING COUNT(*) >= 20 AND SUM(CASE WHEN r.wijk IS NULL THEN 1 ELSE 0 END) > 0.2 * COUNT(*)
    """,
    is_query=True,
    fine=(
        Example(
            (
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": "WK014110"},
                {"wet": "wmo", "wijk": ""},
                {"wet": "wmo", "wijk": ""},
                {"wet": "wmo", "wijk": ""},
                {"wet": "wmo", "wijk": ""},
                {"wet": "wmo", "wijk": ""},
            )
        ),
    ),
)
