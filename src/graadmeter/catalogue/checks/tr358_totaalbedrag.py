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
            "Declaratie {declaratienummer} noemt een ander totaal dan de som van haar regels; het verschil is "
            "{detail} cent. De regels zijn gebruikt."
        ),
        (
            "Claim {declaratienummer} states another total than the sum of its lines; the difference is {detail} "
            "cents. The lines are used."
        ),
    ),
    remedy=Text(
        "Controleer of alle regels in het bericht staan: debet telt op, credit trekt af.",
        "Check that all lines are in the message: debit adds, credit subtracts.",
    ),
    source="iStandaarden TR358",
    wrong="""
    SELECT d.rij, d.totaal - COALESCE(s.totaal, 0) AS detail
    FROM (SELECT rij, bestand, declaratienummer,
                 CASE WHEN debet_credit = 'C' THEN -totaalbedrag ELSE totaalbedrag END AS totaal
          FROM :declaratie) AS d
    LEFT JOIN (SELECT bestand, declaratienummer,
                      SUM(CASE WHEN debet_credit = 'C' THEN -bedrag ELSE bedrag END) AS totaal
               FROM :prestatie GROUP BY bestand, declaratienummer) AS s
      ON s.bestand = d.bestand AND s.declaratienummer = d.declaratienummer
    WHERE d.totaal <> COALESCE(s.totaal, 0)
    """,
    is_query=True,
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
