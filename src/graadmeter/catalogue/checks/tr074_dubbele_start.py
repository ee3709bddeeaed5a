"""Start was reported twice."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR074",
    table="start",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("toewijzingnummer", "begindatum"),
    title=Text("Start is dubbel gemeld", "Start was reported twice"),
    message=Text(
        (
            "De start van toewijzing {toewijzingnummer} op {begindatum} is meer dan eens gemeld; alleen de "
            "eerste melding is gebruikt."
        ),
        (
            "The start of assignment {toewijzingnummer} on {begindatum} was reported more than once; only the "
            "first is used."
        ),
    ),
    remedy=Text(
        "Meld elke start één keer. Verbeteren gaat met intrekken (status 3) en opnieuw melden.",
        "Report each start once. Correct by withdrawing (status 3) and reporting again.",
    ),
    source="iStandaarden TR074, TR101",
    wrong="""
    SELECT r.rij, NULL AS detail
    FROM :start AS r
    JOIN (SELECT domein, nummer, begindatum,
                 MIN(CASE WHEN status_aanlevering = '1' THEN rij END) AS eerste
          FROM :start
          GROUP BY domein, nummer, begindatum
          HAVING SUM(CASE WHEN status_aanlevering = '1' THEN 1 ELSE -1 END) > 1) AS d
      ON d.domein = r.domein
     AND d.nummer = r.nummer
     AND d.begindatum = r.begindatum
    WHERE r.rij > d.eerste AND r.status_aanlevering = '1'
    """,
    is_query=True,
    fine=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-10-01", "status_aanlevering": "1"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-10-01", "status_aanlevering": "3"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-10-01", "status_aanlevering": "1"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-11-01", "status_aanlevering": "1"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-10-01", "status_aanlevering": "1"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-10-01", "status_aanlevering": "1"},
            )
        ),
    ),
)
