"""Population of a wijk is incomplete."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEV5",
    table="bevolking",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Bevolking van een wijk is onvolledig", "Population of a wijk is incomplete"),
    message=Text(
        "Wijk {wijk} heeft wel inwoners, maar geen kinderen, geen volwassenen of maar één geslacht.",
        "Wijk {wijk} has inhabitants, but no children, no adults or one sex only.",
    ),
    remedy=Text("Lever alle leeftijden en beide geslachten.", "Deliver all ages and both sexes."),
    source="eigen regel",
    wrong="""
    SELECT MIN(r.rij) AS rij, NULL AS detail
    FROM :bevolking AS r
    GROUP BY r.wijk
    HAVING SUM(r.aantal) >= 500
       AND (SUM(CASE WHEN r.leeftijd < 18 THEN r.aantal ELSE 0 END) = 0
         OR SUM(CASE WHEN r.leeftijd >= 18 THEN r.aantal ELSE 0 END) = 0
         OR SUM(CASE WHEN r.geslacht = 'm' THEN r.aantal ELSE 0 END) = 0
         OR SUM(CASE WHEN r.geslacht = 'v' THEN r.aantal ELSE 0 END) = 0)
    """,
    is_query=True,
    fine=(
        Example(
            (
                {"wijk": "WK014110", "leeftijd": "4", "geslacht": "m", "aantal": "300"},
                {"wijk": "WK014110", "leeftijd": "40", "geslacht": "v", "aantal": "300"},
                {"wijk": "WK014120", "leeftijd": "40", "geslacht": "v", "aantal": "30"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"wijk": "WK014110", "leeftijd": "40", "geslacht": "m", "aantal": "300"},
                {"wijk": "WK014110", "leeftijd": "40", "geslacht": "v", "aantal": "300"},
            )
        ),
    ),
)
