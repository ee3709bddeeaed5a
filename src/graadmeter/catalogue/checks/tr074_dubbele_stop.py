"""Stop was reported twice."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR074-307",
    table="stop",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("toewijzingnummer", "begindatum", "reden_beeindiging"),
    title=Text("Stop is dubbel gemeld", "Stop was reported twice"),
    message=Text(
        (
            "De stop van toewijzing {toewijzingnummer} (begonnen op {begindatum}, reden {reden_beeindiging}) is "
            "meer dan eens gemeld; alleen de eerste melding is gebruikt."
        ),
        (
            "The stop of assignment {toewijzingnummer} (begun on {begindatum}, reason {reden_beeindiging}) was "
            "reported more than once; only the first is used."
        ),
    ),
    remedy=Text(
        "Meld elke stop één keer. Verbeteren gaat met intrekken (status 3) en opnieuw melden.",
        "Report each stop once. Correct by withdrawing (status 3) and reporting again.",
    ),
    source="iStandaarden TR074, TR101, TR413",
    wrong="r.status_aanlevering = '1' AND r.volg > 1 AND stopreden.saldo > 1",
    key=("domein", "nummer", "begindatum", "reden_beeindiging", "status_aanlevering"),
    fine=(
        Example(
            (
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-10-01",
                    "status_aanlevering": "1",
                    "reden_beeindiging": "31",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-10-01",
                    "status_aanlevering": "3",
                    "reden_beeindiging": "31",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-10-01",
                    "status_aanlevering": "1",
                    "reden_beeindiging": "31",
                },
                {
                    "domein": "jw",
                    "toewijzingnummer": "1",
                    "begindatum": "2025-10-01",
                    "status_aanlevering": "1",
                    "reden_beeindiging": "20",
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
                    "begindatum": "2025-10-01",
                    "status_aanlevering": "1",
                    "reden_beeindiging": "31",
                },
            )
            * 2
        ),
    ),
)
