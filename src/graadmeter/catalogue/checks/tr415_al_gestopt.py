"""Care had ended for good already."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR415",
    table="stop",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("reden_beeindiging", "toewijzingnummer"),
    title=Text("Hulp was al definitief gestopt", "Care had ended for good already"),
    message=Text(
        (
            "Toewijzing {toewijzingnummer} was al definitief gestopt (reden {detail}); nu is weer een stop "
            "gemeld (reden {reden_beeindiging}). De laatste einddatum telt."
        ),
        (
            "Assignment {toewijzingnummer} had ended for good (reason {detail}); now another stop is reported "
            "(reason {reden_beeindiging}). The last end date counts."
        ),
    ),
    remedy=Text("Trek de verkeerde stop in (status 3).", "Withdraw the wrong stop (status 3)."),
    source="iStandaarden TR415, OP378",
    wrong="""
    SELECT r.rij, MIN(o.reden_beeindiging) AS detail
    FROM :stop AS r
    JOIN (SELECT domein, nummer, begindatum, reden_beeindiging FROM :alle_stop
          GROUP BY domein, nummer, begindatum, reden_beeindiging
          HAVING SUM(CASE WHEN status_aanlevering = '1' THEN 1 ELSE -1 END) > 0) AS o
      ON o.domein = r.domein AND o.nummer = r.nummer AND o.begindatum = r.begindatum
     AND o.reden_beeindiging <> r.reden_beeindiging
    JOIN (SELECT domein, nummer, begindatum, reden_beeindiging FROM :alle_stop
          GROUP BY domein, nummer, begindatum, reden_beeindiging
          HAVING SUM(CASE WHEN status_aanlevering = '1' THEN 1 ELSE -1 END) > 0) AS n
      ON n.domein = r.domein AND n.nummer = r.nummer AND n.begindatum = r.begindatum
     AND n.reden_beeindiging = r.reden_beeindiging
    WHERE r.status_aanlevering = '1' AND r.reden_beeindiging <> '20' AND o.reden_beeindiging <> '20'
    GROUP BY r.rij
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
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "20",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "31",
                },
            )
        ),
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "31",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "3",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "31",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "34",
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
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                    "einddatum": "2025-11-01",
                    "reden_beeindiging": "34",
                },
            ),
            other={
                "eerder_stop": (
                    {
                        "domein": "jw",
                        "nummer": "1",
                        "begindatum": "2025-01-15",
                        "status_aanlevering": "1",
                        "reden_beeindiging": "31",
                        "einddatum": "2025-10-01",
                    },
                )
            },
        ),
    ),
)
