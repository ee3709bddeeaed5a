"""Start date is not that of the assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-ING1",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.INFORMATION,
    fields=("toewijzing_ingangsdatum", "toewijzingnummer"),
    title=Text("Ingangsdatum is niet die van de toewijzing", "Start date is not that of the assignment"),
    message=Text(
        (
            "Het bericht noemt als ingangsdatum van toewijzing {toewijzingnummer} "
            "{toewijzing_ingangsdatum}; de laatste versie heeft {detail}."
        ),
        (
            "The message gives {toewijzing_ingangsdatum} as start of assignment {toewijzingnummer}; "
            "its latest version has {detail}."
        ),
    ),
    remedy=Text(
        "U hoeft niets te doen; de laatste versie van de toewijzing telt.",
        "There is nothing to do; the latest version of the assignment counts.",
    ),
    source="iStandaarden iJw/iWmo 3.2, berichtindeling 305 en 307",
    wrong="r.toewijzing_ingangsdatum <> toewijzing.ingangsdatum",
    also={"stop": ""},
    detail="toewijzing.ingangsdatum",
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "toewijzing_ingangsdatum": "2025-01-01"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-01"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "toewijzing_ingangsdatum": "2025-01-01"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-01"},)},
            table="stop",
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "toewijzing_ingangsdatum": "2025-01-02"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-01"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "toewijzing_ingangsdatum": "2025-01-02"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-01-01"},)},
            table="stop",
        ),
    ),
)
