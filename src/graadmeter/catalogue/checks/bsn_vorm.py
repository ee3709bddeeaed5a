"""A BSN mangled by a spreadsheet or cut off."""

from graadmeter.domain.checks import Check, Each, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BSN1",
    table="",
    tier=Tier.FIELD,
    severity=Severity.STOPS_ROW,
    fields=("bsn",),
    title=Text("BSN bestaat niet uit negen cijfers", "BSN has not nine digits"),
    message=Text("Het BSN bestaat niet uit precies negen cijfers.", "The BSN does not have exactly nine digits."),
    remedy=Text(
        (
            "Zet de kolom in Excel op Tekst voordat u de gegevens plakt: Excel haalt voorloopnullen weg en kort "
            "lange getallen in (1,23E+08)."
        ),
        (
            "Set the column to Text in Excel before you paste: Excel drops leading zeros and shortens long "
            "numbers (1.23E+08)."
        ),
    ),
    source="iStandaarden RS037 (vullen met 9 cijfers)",
    wrong="NOT REGEXP_FULL_MATCH(r.{field}, '{pattern}')",
    each=Each.PATTERN,
    fine=(Example(({"bsn": "009999991"},), table="start"),),
    faulty=(Example(({"bsn": "9999994"},), table="start"), Example(({"bsn": "1,23E+08"},), table="voorziening")),
)
