"""Care had started already."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR326",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "begindatum"),
    title=Text("Hulp was al gestart", "Care had started already"),
    message=Text(
        (
            "Toewijzing {toewijzingnummer} was al gestart op {detail} en niet gestopt; toch is een nieuwe start "
            "op {begindatum} gemeld."
        ),
        (
            "Assignment {toewijzingnummer} had started on {detail} and not stopped; yet a new start on "
            "{begindatum} is reported."
        ),
    ),
    remedy=Text(
        "Meld eerst de stop, of trek de verkeerde start in (status 3).",
        "Report the stop first, or withdraw the wrong start (status 3).",
    ),
    source="iStandaarden TR326, OP289",
    wrong="""
    SELECT r.rij, MAX(o.begindatum) AS detail
    FROM :start AS r
    JOIN (SELECT domein, nummer, begindatum FROM :alle_start GROUP BY domein, nummer, begindatum
          HAVING SUM(CASE WHEN status_aanlevering = '1' THEN 1 ELSE -1 END) > 0) AS o
      ON o.domein = r.domein AND o.nummer = r.nummer AND o.begindatum < r.begindatum
    JOIN (SELECT domein, nummer, begindatum FROM :alle_start GROUP BY domein, nummer, begindatum
          HAVING SUM(CASE WHEN status_aanlevering = '1' THEN 1 ELSE -1 END) > 0) AS n
      ON n.domein = r.domein AND n.nummer = r.nummer AND n.begindatum = r.begindatum
    LEFT JOIN (SELECT DISTINCT domein, nummer, begindatum FROM :alle_stop WHERE status_aanlevering = '1') AS s
      ON s.domein = o.domein AND s.nummer = o.nummer AND s.begindatum = o.begindatum
    WHERE r.status_aanlevering = '1' AND s.nummer IS NULL
    GROUP BY r.rij
    """,
    is_query=True,
    uses=("eerder_start", "eerder_stop"),
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
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-03-01",
                    "status_aanlevering": "1",
                },
            ),
            other={
                "stop": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "aanbieder": "41410001",
                        "categorie": "45",
                        "productcode": "45A48",
                        "begindatum": "2025-01-15",
                        "status_aanlevering": "1",
                        "einddatum": "2025-02-01",
                        "reden_beeindiging": "20",
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
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "3",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-03-01",
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
                    "begindatum": "2025-01-15",
                    "status_aanlevering": "1",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "aanbieder": "41410001",
                    "categorie": "45",
                    "productcode": "45A48",
                    "begindatum": "2025-03-01",
                    "status_aanlevering": "1",
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
                    "begindatum": "2025-03-01",
                    "status_aanlevering": "1",
                },
            ),
            other={
                "eerder_start": (
                    {"domein": "jw", "nummer": "1", "begindatum": "2025-01-01", "status_aanlevering": "1"},
                )
            },
        ),
    ),
)
