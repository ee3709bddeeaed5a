"""Volume is more than assigned."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR321",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("volume", "eenheid", "toewijzingnummer"),
    title=Text("Volume is meer dan toegewezen", "Volume is more than assigned"),
    message=Text(
        (
            "Gedeclareerd volume {volume} (eenheid {eenheid}) past niet binnen de omvang van toewijzing "
            "{toewijzingnummer}."
        ),
        "Claimed volume {volume} (unit {eenheid}) does not fit within assignment {toewijzingnummer}.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR321, IV077",
    wrong="""
    r.debet_credit = 'D' AND 7 * r.volume > toewijzing.volume
     * CASE WHEN toewijzing.eenheid = '04' AND r.eenheid = '01' THEN 60 ELSE 1 END
     * CASE toewijzing.frequentie WHEN '1' THEN 7 * (r.periode_eind - r.periode_begin + 1)
       WHEN '2' THEN r.periode_eind - r.periode_begin + 13 ELSE 7 END
    """,
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "10",
                    "eenheid": "04",
                    "debet_credit": "D",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "600",
                    "eenheid": "01",
                    "debet_credit": "D",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "99",
                    "eenheid": "04",
                    "debet_credit": "C",
                },
            ),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "volume": "10", "eenheid": "04", "frequentie": "4"},
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
                    "periode_eind": "2025-10-31",
                    "volume": "11",
                    "eenheid": "04",
                    "debet_credit": "D",
                },
            ),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "volume": "10", "eenheid": "04", "frequentie": "4"},
                )
            },
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "601",
                    "eenheid": "01",
                    "debet_credit": "D",
                },
            ),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "volume": "10", "eenheid": "04", "frequentie": "4"},
                )
            },
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "periode_begin": "2025-10-01",
                    "periode_eind": "2025-10-31",
                    "volume": "70",
                    "eenheid": "04",
                    "debet_credit": "D",
                },
            ),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "volume": "10", "eenheid": "04", "frequentie": "2"},
                )
            },
        ),
    ),
)
