"""Credit line without a debit line."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR323",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "periode_begin"),
    title=Text("Creditregel zonder debetregel", "Credit line without a debit line"),
    message=Text(
        ("Op toewijzing {toewijzingnummer}, periode vanaf {periode_begin}, is meer teruggedraaid dan gedeclareerd."),
        "On assignment {toewijzingnummer}, period from {periode_begin}, more was taken back than claimed.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR323",
    wrong="r.debet_credit = 'C' AND zorg.saldo < 0",
    uses=("eerder_prestatie",),
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "productcode": "45A48",
                    "periode_begin": "2025-10-01",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "C",
                },
            ),
            other={
                "eerder_prestatie": (
                    {
                        "domein": "jw",
                        "productcode": "45A48",
                        "periode_begin": "2025-10-01",
                        "volume": "5",
                        "eenheid": "04",
                        "debet_credit": "D",
                        "nummer": "1",
                    },
                )
            },
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
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "C",
                },
            )
        ),
    ),
)
