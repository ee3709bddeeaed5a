"""Measurement stands twice."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-DUB3",
    table="uitkomst",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("meting_id",),
    title=Text("Meting staat dubbel", "Measurement stands twice"),
    message=Text(
        "Meting {meting_id} staat meer dan eens in het bestand; alleen de eerste telt.",
        "Measurement {meting_id} stands more than once in the file; only the first counts.",
    ),
    remedy=Text("Geef elke meting een eigen nummer.", "Give each measurement a number of its own."),
    source="eigen regel: uitkomsten",
    wrong="r.volg > 1",
    key=("kwartaal", "meting_id"),
    fine=(Example(({"kwartaal": "2025KW04", "meting_id": "1"}, {"kwartaal": "2025KW04", "meting_id": "2"})),),
    faulty=(Example(({"kwartaal": "2025KW04", "meting_id": "1"}, {"kwartaal": "2025KW04", "meting_id": "1"})),),
)
