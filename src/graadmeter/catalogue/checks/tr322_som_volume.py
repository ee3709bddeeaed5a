"""Total volume is more than assigned."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR322",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "volume"),
    title=Text("Totaal volume is meer dan toegewezen", "Total volume is more than assigned"),
    message=Text(
        ("Op toewijzing {toewijzingnummer} is in totaal {detail} gedeclareerd; dat is meer dan de toegewezen omvang."),
        "On assignment {toewijzingnummer} a total of {detail} was claimed, which is more than was assigned.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR322",
    wrong="""
    toewijzing.frequentie = '6' AND gedeclareerd.volume > toewijzing.volume
     * CASE WHEN toewijzing.eenheid = '04' AND r.eenheid = '01' THEN 60 ELSE 1 END AND r.volg = 1
    """,
    key=("domein", "nummer", "eenheid"),
    detail="gedeclareerd.volume",
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "periode_begin": "2025-10-01",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "periode_begin": "2025-11-01",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                },
            ),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "volume": "10", "eenheid": "04", "frequentie": "6"},
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
                    "periode_begin": "2025-10-01",
                    "volume": "6",
                    "eenheid": "04",
                    "debet_credit": "D",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "periode_begin": "2025-11-01",
                    "volume": "5",
                    "eenheid": "04",
                    "debet_credit": "D",
                },
            ),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "volume": "10", "eenheid": "04", "frequentie": "6"},
                )
            },
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "periode_begin": "2025-10-01",
                    "volume": "6",
                    "eenheid": "04",
                    "debet_credit": "D",
                },
            ),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "volume": "10", "eenheid": "04", "frequentie": "6"},
                ),
                "eerder_prestatie": (
                    {"domein": "jw", "nummer": "1", "eenheid": "04", "volume": "5", "debet_credit": "D"},
                ),
            },
        ),
    ),
)
