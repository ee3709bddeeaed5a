"""Care ends after the assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-STOP1",
    table="stop",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("einddatum", "toewijzingnummer"),
    title=Text("Hulp eindigt na de toewijzing", "Care ends after the assignment"),
    message=Text(
        "De hulp eindigt op {einddatum}, na de einddatum van toewijzing {toewijzingnummer}.",
        "Care ends on {einddatum}, after the end of assignment {toewijzingnummer}.",
    ),
    remedy=Text("Controleer de einddatum, of verleng de toewijzing.", "Check the end date, or extend the assignment."),
    source="iStandaarden OP368; eigen regel",
    wrong=(
        "r.einddatum > toewijzing.einddatum AND r.status_aanlevering = '1' AND "
        "COALESCE(toewijzing.reden_wijziging, '') <> '13'"
    ),
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "status_aanlevering": "1", "einddatum": "2025-11-01"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "einddatum": "2025-12-20"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "status_aanlevering": "1", "einddatum": "2025-12-21"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "einddatum": "2025-12-20"},)},
        ),
    ),
)
