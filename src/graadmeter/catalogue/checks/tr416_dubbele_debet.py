"""The same care is claimed twice."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR416",
    table="prestatie",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "periode_begin", "productcode"),
    title=Text("Dezelfde hulp is twee keer gedeclareerd", "The same care is claimed twice"),
    message=Text(
        (
            "Product {productcode} van toewijzing {toewijzingnummer} staat voor de periode vanaf {periode_begin} "
            "twee keer in dit bericht."
        ),
        (
            "Product {productcode} of assignment {toewijzingnummer} stands twice in this message for the period "
            "from {periode_begin}."
        ),
    ),
    remedy=Text("Vraag de aanbieder de declaratie te verbeteren.", "Ask the provider to correct the claim."),
    source="iStandaarden TR416",
    wrong="r.volg > 1 AND r.debet_credit = 'D'",
    needs=("GM-TR314",),
    key=("bestand", "domein", "nummer", "productcode", "periode_begin", "debet_credit"),
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "debet_credit": "D",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "debet_credit": "C",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "productcode": "45A48",
                    "periode_begin": "2025-11-01",
                    "periode_eind": "2025-10-31",
                    "debet_credit": "D",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "debet_credit": "D",
                    "bestand": "b",
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
                    "periode_eind": "2025-10-31",
                    "debet_credit": "D",
                },
            )
            * 2
        ),
    ),
)
