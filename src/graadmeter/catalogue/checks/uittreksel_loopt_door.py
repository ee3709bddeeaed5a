"""Care has stopped but runs on in the extract."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ20",
    table="voorziening",
    tier=Tier.ACROSS_FILES,
    severity=Severity.INFORMATION,
    fields=("einddatum", "toewijzingnummer"),
    title=Text("Hulp is gestopt maar loopt door in het uittreksel", "Care has stopped but runs on in the extract"),
    message=Text(
        (
            "Toewijzing {toewijzingnummer} is volgens de stopberichten geëindigd op {detail}, maar "
            "heeft in het uittreksel geen einddatum."
        ),
        (
            "According to the stop messages assignment {toewijzingnummer} ended on {detail}, but it "
            "has no end date in the extract."
        ),
    ),
    remedy=Text("Neem de einddatum over in het uittreksel.", "Copy the end date into the extract."),
    source="telregel Graadmeter: einde volgens 307; eigen regel",
    wrong="r.nummer IS NOT NULL AND r.einddatum IS NULL AND einde.einddatum < :eerste_dag",
    detail="einde.einddatum",
    fine=(
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1"},),
            other={
                "stop": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "begindatum": "2025-01-01",
                        "einddatum": "2025-10-15",
                        "reden_beeindiging": "31",
                        "status_aanlevering": "1",
                    },
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1"},),
            other={
                "stop": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "begindatum": "2025-01-01",
                        "einddatum": "2025-08-15",
                        "reden_beeindiging": "31",
                        "status_aanlevering": "1",
                    },
                )
            },
        ),
    ),
)
