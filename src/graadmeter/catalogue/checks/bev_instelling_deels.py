"""Inhabitants in institutions are given for some rows only."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEV10",
    table="bevolking",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("in_instelling",),
    title=Text("In_instelling is maar voor een deel ingevuld", "In_instelling is filled in for some rows only"),
    message=Text(
        "Bij {detail} regels is niet ingevuld hoeveel inwoners in een instelling wonen; bij andere wel. Het cijfer "
        "over zelfstandig wonen wordt dan niet gemaakt.",
        "{detail} rows do not say how many inhabitants live in an institution; others do. The figure on living "
        "independently is then not made.",
    ),
    remedy=Text(
        "Vul in_instelling in elke regel in (0 als er niemand in een instelling woont), of nergens.",
        "Fill in in_instelling in every row (0 when nobody lives in an institution), or in none.",
    ),
    source="eigen regel",
    wrong="""
    SELECT MIN(CASE WHEN r.in_instelling IS NULL THEN r.rij END) AS rij, COUNT(*) - COUNT(r.in_instelling) AS detail
    FROM :bevolking AS r
    HAVING COUNT(r.in_instelling) > 0 AND COUNT(r.in_instelling) < COUNT(*)
    """,
    is_query=True,
    fine=(
        Example(({"leeftijd": "4", "in_instelling": "0"}, {"leeftijd": "80", "in_instelling": "3"})),
        Example(({"leeftijd": "4", "in_instelling": ""}, {"leeftijd": "80", "in_instelling": ""})),
    ),
    faulty=(Example(({"leeftijd": "80", "in_instelling": ""}, {"leeftijd": "81", "in_instelling": "3"})),),
)
