"""Product period does not begin on the first day."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR387",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("periode_begin", "toewijzingnummer"),
    title=Text("Productperiode begint niet op de eerste dag", "Product period does not begin on the first day"),
    message=Text(
        (
            "De productperiode begint op {periode_begin}; dat is niet de eerste van de maand en niet de "
            "ingangsdatum van toewijzing {toewijzingnummer}."
        ),
        (
            "The product period begins on {periode_begin}, which is neither the first of the month nor the start "
            "of assignment {toewijzingnummer}."
        ),
    ),
    remedy=Text(
        "Vraag de aanbieder de productperiode te verbeteren.", "Ask the provider to correct the product period."
    ),
    source="iStandaarden TR387",
    wrong="EXTRACT(DAY FROM r.periode_begin) <> 1 AND r.periode_begin <> toewijzing.ingangsdatum",
    fine=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "periode_begin": "2025-10-01"},
                {"domein": "jw", "toewijzingnummer": "1", "periode_begin": "2025-01-10"},
            ),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-10"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "periode_begin": "2025-10-02"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-10"},)},
        ),
    ),
)
