"""Started care is missing from the extract."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ12",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
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
    SELECT r.rij, NULL AS detail
    FROM :start AS r
    LEFT JOIN :voorziening AS v ON v.domein = r.domein AND v.nummer = r.nummer
    LEFT JOIN (SELECT DISTINCT domein, nummer FROM :start WHERE status_aanlevering = '3') AS w
      ON w.domein = r.domein AND w.nummer = r.nummer
    WHERE r.status_aanlevering = '1' AND r.begindatum BETWEEN :eerste_dag AND :laatste_dag
      AND v.nummer IS NULL AND w.nummer IS NULL AND r.nummer IS NOT NULL
      AND EXISTS (SELECT 1 FROM :voorziening AS e)
    """,
    is_query=True,
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-10-02",
                    "status_aanlevering": "1",
                },
            ),
            other={
                "voorziening": (
                    {
                        "wet": "jeugdwet",
                        "toewijzingnummer": "1",
                        "aanbieder": "41410001",
                        "productcode": "45A48",
                        "begindatum": "2025-01-15",
                    },
                )
            },
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-10-02",
                    "status_aanlevering": "1",
                },
            )
        ),
    ),
    faulty=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-10-02",
                    "status_aanlevering": "1",
                },
            ),
            other={
                "voorziening": (
                    {
                        "wet": "jeugdwet",
                        "toewijzingnummer": "2",
                        "aanbieder": "41410001",
                        "productcode": "45A48",
                        "begindatum": "2025-01-15",
                    },
                )
            },
        ),
    ),
)
