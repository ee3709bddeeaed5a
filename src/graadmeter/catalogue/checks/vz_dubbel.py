"""Provision stands twice."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ10",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("voorziening_id",),
    title=Text("Voorziening staat dubbel", "Provision stands twice"),
    message=Text(
        ("Voorziening {voorziening_id} staat meer dan eens in het uittreksel; alleen de eerste regel is gebruikt."),
        "Provision {voorziening_id} stands more than once in the extract; only the first row is used.",
    ),
    remedy=Text("Lever elke voorziening één keer per kwartaal.", "Deliver each provision once a quarter."),
    source="indeling regionaal uittreksel: één regel per voorziening",
    wrong="r.volg > 1",
    key=("voorziening_id",),
    fine=(Example(({"voorziening_id": "V1"}, {"voorziening_id": "V2"})),),
    faulty=(Example(({"voorziening_id": "V1"},) * 2),),
)
