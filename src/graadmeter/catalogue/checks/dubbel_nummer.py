"""Registration stands twice."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-DUB1",
    table="wachttijd",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("aanmelding_id",),
    title=Text("Aanmelding staat dubbel", "Registration stands twice"),
    message=Text(
        "Aanmelding {aanmelding_id} staat meer dan eens in het bestand; alleen de eerste telt.",
        "Registration {aanmelding_id} stands more than once in the file; only the first counts.",
    ),
    remedy=Text("Geef elke aanmelding een eigen nummer.", "Give each registration a number of its own."),
    source="eigen regel: wachttijden per cliënt",
    wrong="r.volg > 1",
    key=("kwartaal", "aanmelding_id"),
    fine=(Example(({"kwartaal": "2025KW04", "aanmelding_id": "1"}, {"kwartaal": "2025KW04", "aanmelding_id": "2"})),),
    faulty=(Example(({"kwartaal": "2025KW04", "aanmelding_id": "1"}, {"kwartaal": "2025KW04", "aanmelding_id": "1"})),),
)
