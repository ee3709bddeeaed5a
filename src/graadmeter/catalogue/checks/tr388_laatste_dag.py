"""Product period does not end on the last day."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR388",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("periode_eind", "toewijzingnummer"),
    title=Text("Productperiode eindigt niet op de laatste dag", "Product period does not end on the last day"),
    message=Text(
        (
            "De productperiode eindigt op {periode_eind}; dat is niet de laatste van de maand en niet de "
            "einddatum van toewijzing {toewijzingnummer}."
        ),
        (
            "The product period ends on {periode_eind}, which is neither the last of the month nor the end of "
            "assignment {toewijzingnummer}."
        ),
    ),
    remedy=Text(
        "Vraag de aanbieder de productperiode te verbeteren.", "Ask the provider to correct the product period."
    ),
    source="iStandaarden TR388",
    wrong="""
    EXTRACT(DAY FROM r.periode_eind + 1) <> 1
    AND toewijzing.nummer IS NOT NULL AND (toewijzing.einddatum IS NULL OR r.periode_eind <> toewijzing.einddatum)
    """,
    fine=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "periode_eind": "2025-10-31"},
                {"domein": "jw", "toewijzingnummer": "1", "periode_eind": "2025-12-20"},
            ),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "einddatum": "2025-12-20"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "periode_eind": "2025-10-30"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "einddatum": "2025-12-20"},)},
        ),
    ),
)
