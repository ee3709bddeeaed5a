"""Provision was never started."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ13",
    table="voorziening",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "begindatum"),
    title=Text("Voorziening is nooit gestart", "Provision was never started"),
    message=Text(
        (
            "De voorziening op toewijzing {toewijzingnummer} zou lopen vanaf {begindatum}, maar er is geen "
            "startbericht. Zonder start telt zij niet als traject."
        ),
        (
            "The provision on assignment {toewijzingnummer} would run from {begindatum}, but there is no start "
            "message. Without a start it does not count as a trajectory."
        ),
    ),
    remedy=Text(
        "Vraag de aanbieder het startbericht te sturen en lever het na.",
        "Ask the provider to send the start message and deliver it.",
    ),
    source="telregel Graadmeter: zonder 305 geen traject; iStandaarden OP288",
    wrong="r.nummer IS NOT NULL AND COALESCE(starts.gemeld, 0) = 0",
    uses=("eerder_start",),
    fine=(
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "begindatum": "2025-01-15"},),
            other={
                "start": (
                    {"domein": "jw", "toewijzingnummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                )
            },
        ),
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "begindatum": "2025-01-15"},),
            other={
                "eerder_start": (
                    {"domein": "jw", "nummer": "1", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "begindatum": "2025-01-15"},),
            other={
                "start": (
                    {"domein": "jw", "toewijzingnummer": "2", "begindatum": "2025-01-15", "status_aanlevering": "1"},
                )
            },
        ),
    ),
)
