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
    wrong="r.debet_credit = 'D' AND zorg.saldo > 1",
    needs=("GM-TR416",),
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "debet_credit": "D",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "debet_credit": "C",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "debet_credit": "D",
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
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "debet_credit": "D",
                    "bestand": "a",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "debet_credit": "D",
                    "bestand": "b",
                },
            )
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "debet_credit": "D",
                },
            ),
            other={
                "eerder_prestatie": (
                    {
                        "domein": "jw",
                        "productcode": "45A48",
                        "periode_begin": "2025-10-01",
                        "debet_credit": "D",
                        "nummer": "1",
                    },
                )
            },
        ),
    ),
)
