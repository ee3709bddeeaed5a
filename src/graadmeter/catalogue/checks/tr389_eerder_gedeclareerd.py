"""Care was claimed before."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR389",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "periode_begin", "productcode"),
    title=Text("Hulp is al eerder gedeclareerd", "Care was claimed before"),
    message=Text(
        (
            "Product {productcode} van toewijzing {toewijzingnummer}, periode vanaf {periode_begin}, is al "
            "gedeclareerd en niet teruggedraaid."
        ),
        (
            "Product {productcode} of assignment {toewijzingnummer}, period from {periode_begin}, was claimed "
            "already and not taken back."
        ),
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR389",
    wrong="""
    SELECT MAX(r.rij) AS rij, NULL AS detail
    FROM :prestatie AS r
    JOIN (SELECT domein, nummer, productcode, periode_begin FROM :alle_prestatie
          GROUP BY domein, nummer, productcode, periode_begin
          HAVING SUM(CASE WHEN debet_credit = 'C' THEN -1 ELSE 1 END) > 1) AS k
      ON k.domein = r.domein AND k.nummer = r.nummer AND k.productcode = r.productcode
     AND k.periode_begin = r.periode_begin
    WHERE r.debet_credit = 'D'
    GROUP BY r.domein, r.nummer, r.productcode, r.periode_begin
    """,
    is_query=True,
    needs=("GM-TR416",),
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                    "bedrag": "50000",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "C",
                    "bedrag": "50000",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "4",
                    "eenheid": "04",
                    "debet_credit": "D",
                    "bedrag": "50000",
                },
            )
        ),
    ),
    faulty=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                    "bedrag": "50000",
                    "bestand": "a",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                    "bedrag": "50000",
                    "bestand": "b",
                },
            )
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                    "bedrag": "50000",
                },
            ),
            other={
                "eerder_prestatie": (
                    {
                        "domein": "jw",
                        "aanbieder": "41410001",
                        "categorie": "45",
                        "productcode": "45A48",
                        "periode_begin": "2025-10-01",
                        "periode_eind": "2025-10-31",
                        "volume": "5",
                        "eenheid": "04",
                        "debet_credit": "D",
                        "bedrag": "50000",
                        "nummer": "1",
                    },
                )
            },
        ),
    ),
)
