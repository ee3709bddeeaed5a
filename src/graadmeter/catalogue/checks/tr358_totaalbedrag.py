"""Total is not the sum of the lines."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR358",
    table="declaratie",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("totaalbedrag", "declaratienummer"),
    title=Text("Totaalbedrag is niet de som van de regels", "Total is not the sum of the lines"),
    message=Text(
        (
            "Declaratie {declaratienummer} noemt als totaal {totaalbedrag} cent, maar haar regels tellen op tot "
            "{detail} cent. De regels zijn gebruikt."
        ),
        (
            "Claim {declaratienummer} states {totaalbedrag} cents in total, but its lines add up to {detail} "
            "cents. The lines are used."
        ),
    ),
    remedy=Text(
        "Controleer of alle regels in het bericht staan: debet telt op, credit trekt af.",
        "Check that all lines are in the message: debit adds, credit subtracts.",
    ),
    source="iStandaarden TR358",
    wrong=("CASE WHEN r.debet_credit = 'C' THEN -r.totaalbedrag ELSE r.totaalbedrag END <> COALESCE(regels.bedrag, 0)"),
    detail="regels.bedrag",
    fine=(
        Example(
            ({"declaratienummer": "D1", "totaalbedrag": "700", "debet_credit": "D"},),
            other={
                "prestatie": (
                    {"declaratienummer": "D1", "bedrag": "1000", "debet_credit": "D"},
                    {"declaratienummer": "D1", "bedrag": "300", "debet_credit": "C"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"declaratienummer": "D1", "totaalbedrag": "1300", "debet_credit": "D"},),
            other={
                "prestatie": (
                    {"declaratienummer": "D1", "bedrag": "1000", "debet_credit": "D"},
                    {"declaratienummer": "D1", "bedrag": "300", "debet_credit": "C"},
                )
            },
        ),
    ),
)
