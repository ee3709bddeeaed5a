"""Start was reported in an earlier delivery."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR074-H",
    table="start",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "begindatum"),
    title=Text("Start was al in een eerdere levering gemeld", "Start was reported in an earlier delivery"),
    message=Text(
        ("De start van toewijzing {toewijzingnummer} op {begindatum} is al eerder geleverd en niet ingetrokken."),
        "The start of assignment {toewijzingnummer} on {begindatum} was delivered before and not withdrawn.",
    ),
    remedy=Text(
        "Meld elke start één keer; de dubbele melding telt niet dubbel.",
        "Report each start once; the second report does not count twice.",
    ),
    source="iStandaarden TR074",
    wrong="r.status_aanlevering = '1' AND start.eerder > 0 AND start.saldo > 1",
    uses=("eerder_start",),
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},),
            other={
                "eerder_start": (
                    {"domein": "jw", "nummer": "1", "begindatum": "2025-01-16", "status_aanlevering": "1"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},),
            other={
                "eerder_start": (
                    {"domein": "jw", "nummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                )
            },
        ),
    ),
)
