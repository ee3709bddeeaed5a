"""Start is withdrawn although there is a stop."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR071",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "begindatum"),
    title=Text("Start is ingetrokken terwijl er een stop is", "Start is withdrawn although there is a stop"),
    message=Text(
        (
            "De start op {begindatum} van toewijzing {toewijzingnummer} is ingetrokken, maar bij die start hoort "
            "nog een stop."
        ),
        ("The start on {begindatum} of assignment {toewijzingnummer} is withdrawn, but a stop still belongs to it."),
    ),
    remedy=Text("Trek eerst de stop in.", "Withdraw the stop first."),
    source="iStandaarden TR071",
    wrong="r.status_aanlevering = '3' AND stop.saldo > 0",
    fine=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "3"},
            )
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "3"},),
            other={
                "stop": (
                    {
                        "domein": "jw",
                        "toewijzingnummer": "1",
                        "begindatum": "2025-01-15",
                        "status_aanlevering": "1",
                        "einddatum": "2025-11-01",
                        "reden_beeindiging": "31",
                    },
                )
            },
        ),
    ),
)
