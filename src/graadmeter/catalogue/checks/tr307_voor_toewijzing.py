"""Care lies before the assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR307",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("periode_begin", "toewijzingnummer"),
    title=Text("Hulp valt voor de toewijzing", "Care lies before the assignment"),
    message=Text(
        "De productperiode begint op {periode_begin}, voor de ingangsdatum van toewijzing {toewijzingnummer}.",
        "The product period begins on {periode_begin}, before the start of assignment {toewijzingnummer}.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR307",
    wrong="r.periode_begin < toewijzing.ingangsdatum",
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "periode_begin": "2025-01-10"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-10"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "periode_begin": "2025-01-01"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-10"},)},
        ),
    ),
)
