"""Amount is not volume times tariff."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR346",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("bedrag", "volume", "tarief", "eenheid"),
    title=Text("Bedrag is niet volume maal tarief", "Amount is not volume times tariff"),
    message=Text(
        "Het bedrag ({bedrag} cent) is niet gelijk aan volume ({volume}) maal tarief ({tarief} cent).",
        "The amount ({bedrag} cents) does not equal volume ({volume}) times tariff ({tarief} cents).",
    ),
    remedy=Text("Vraag de aanbieder de declaratieregel te verbeteren.", "Ask the provider to correct the claim line."),
    source="iStandaarden TR346; een uurtarief in minuten wordt pas na vermenigvuldigen afgerond",
    wrong="""
    r.eenheid <> '83' AND 2 * ABS(r.bedrag - r.volume * r.tarief)
     > CASE WHEN r.eenheid = '01' THEN r.volume + 3 ELSE 2 END
    """,
    fine=(
        Example(
            (
                {"eenheid": "04", "volume": "3", "tarief": "9000", "bedrag": "27000"},
                {"eenheid": "01", "volume": "100", "tarief": "151", "bedrag": "15083"},
                {"eenheid": "83", "volume": "500", "bedrag": "500"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"eenheid": "04", "volume": "3", "tarief": "9000", "bedrag": "28000"},
                {"eenheid": "01", "volume": "100", "tarief": "151", "bedrag": "16083"},
            )
        ),
    ),
)
