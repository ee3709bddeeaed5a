"""Care lies after the assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR308",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("periode_eind", "toewijzingnummer"),
    title=Text("Hulp valt na de toewijzing", "Care lies after the assignment"),
    message=Text(
        "De productperiode eindigt op {periode_eind}, na de einddatum van toewijzing {toewijzingnummer}.",
        "The product period ends on {periode_eind}, after the end of assignment {toewijzingnummer}.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR308",
    wrong="r.periode_eind > toewijzing.einddatum AND COALESCE(toewijzing.reden_wijziging, '') <> '13'",
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "periode_eind": "2025-12-20"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "einddatum": "2025-12-20"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "periode_eind": "2025-10-31"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "periode_eind": "2025-12-31"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "einddatum": "2025-12-20"},)},
        ),
    ),
)
