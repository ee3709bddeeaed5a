"""Care starts outside the assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-START1",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("begindatum", "toewijzingnummer"),
    title=Text("Hulp start buiten de toewijzing", "Care starts outside the assignment"),
    message=Text(
        "De hulp begint op {begindatum}; toewijzing {toewijzingnummer} is op die dag niet van kracht.",
        "Care begins on {begindatum}; assignment {toewijzingnummer} is not in force on that day.",
    ),
    remedy=Text(
        "Controleer de begindatum, of pas de toewijzing aan.", "Check the start date, or adjust the assignment."
    ),
    source="iStandaarden OP368; eigen regel",
    wrong="""
    (r.begindatum < toewijzing.ingangsdatum OR r.begindatum > toewijzing.einddatum)
    AND r.status_aanlevering = '1' AND COALESCE(toewijzing.reden_wijziging, '') <> '13'
    """,
    also={
        "voorziening": """
    (r.begindatum < toewijzing.ingangsdatum OR r.begindatum > toewijzing.einddatum)
    AND COALESCE(toewijzing.reden_wijziging, '') <> '13'
    """
    },
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-10", "einddatum": "2025-12-20"},
                )
            },
        ),
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "begindatum": "2025-01-15"},),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-10", "einddatum": "2025-12-20"},
                )
            },
            table="voorziening",
        ),
    ),
    faulty=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-09", "status_aanlevering": "1"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-12-21", "status_aanlevering": "1"},
            ),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-10", "einddatum": "2025-12-20"},
                )
            },
        ),
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "begindatum": "2024-12-31"},),
            other={
                "toewijzing": (
                    {"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-10", "einddatum": "2025-12-20"},
                )
            },
            table="voorziening",
        ),
    ),
)
