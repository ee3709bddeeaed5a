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
    wrong="r.status_aanlevering = '1' AND r.volg > 1 AND start.saldo > 1",
    key=("domein", "nummer", "begindatum", "status_aanlevering"),
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
            ({"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-10-01", "status_aanlevering": "1"},) * 2
        ),
    ),
)
