"""Started care is missing from the extract."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ12",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.INFORMATION,
    fields=("toewijzingnummer", "begindatum"),
    title=Text("Gestarte hulp ontbreekt in het uittreksel", "Started care is missing from the extract"),
    message=Text(
        (
            "De hulp op toewijzing {toewijzingnummer} is in dit kwartaal gestart ({begindatum}), maar staat niet "
            "in het uittreksel. Verwijzer en wijk zijn dan onbekend."
        ),
        (
            "Care on assignment {toewijzingnummer} started in this quarter ({begindatum}) but is not in the "
            "extract. Referrer and wijk are unknown then."
        ),
    ),
    remedy=Text("Neem de voorziening op in het uittreksel.", "Put the provision in the extract."),
    source="indeling regionaal uittreksel: alle voorzieningen die in het kwartaal lopen",
    wrong="""
    r.status_aanlevering = '1' AND starts.actief > 0 AND uittreksel.aanwezig IS NULL
    AND r.nummer IS NOT NULL AND r.begindatum BETWEEN :eerste_dag AND :laatste_dag
    """,
    uses=("voorziening",),
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-10-02", "status_aanlevering": "1"},),
            other={"voorziening": ({"wet": "jeugdwet", "toewijzingnummer": "1", "begindatum": "2025-01-15"},)},
        ),
        Example(({"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-10-02", "status_aanlevering": "1"},)),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-10-02", "status_aanlevering": "1"},),
            other={"voorziening": ({"wet": "jeugdwet", "toewijzingnummer": "2", "begindatum": "2025-01-15"},)},
        ),
    ),
)
