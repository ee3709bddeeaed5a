"""Amount claimed by a provider differs strongly."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H06",
    table="prestatie",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("aanbieder", "bedrag"),
    title=Text("Gedeclareerd bedrag van een aanbieder wijkt sterk af", "Amount claimed by a provider differs strongly"),
    message=Text(
        "Aanbieder {detail} cent (nu / gemiddeld in de vier kwartalen ervoor).",
        "Provider {detail} cents (now / average of the four quarters before).",
    ),
    remedy=Text(
        "Controleer of alle regels zijn geleverd. Klopt het, dan hoeft u niets te doen.",
        "Check that all rows were delivered. If it is right, there is nothing to do.",
    ),
    source="eigen regel; iStandaarden TR318 (aansluitende declaratieperioden)",
    wrong="""
    SELECT NULL AS rij, e.code || ': ' || CAST(COALESCE(n.nu, 0) AS VARCHAR) || ' / '
           || CAST(CAST(ROUND(e.gemiddeld) AS BIGINT) AS VARCHAR) AS detail
    FROM (SELECT code, AVG(aantal) AS gemiddeld FROM :eerder_volume
          WHERE maat = 'bedrag' AND kw BETWEEN :kw - 4 AND :kw - 1
          GROUP BY code HAVING COUNT(*) >= 3 AND AVG(aantal) >= 5000000) AS e
    LEFT JOIN (SELECT aanbieder AS code,
                 SUM(CASE WHEN debet_credit = 'C' THEN -bedrag ELSE bedrag END) AS nu
          FROM :prestatie GROUP BY aanbieder) AS n ON n.code = e.code
    WHERE ABS(COALESCE(n.nu, 0) - e.gemiddeld) > 0.5 * e.gemiddeld
    """,
    is_query=True,
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"aanbieder": "41410001", "bedrag": "5500000", "debet_credit": "D"},),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8101", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8100", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8099", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"aanbieder": "41410001", "bedrag": "15500000", "debet_credit": "D"},),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8101", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8100", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8099", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                )
            },
        ),
        Example(
            ({"aanbieder": "41410002", "bedrag": "1", "debet_credit": "D"},),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8101", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8100", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8099", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                )
            },
        ),
    ),
)
