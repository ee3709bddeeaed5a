"""Assignment stands twice in the message."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR101",
    table="toewijzing",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("toewijzingnummer",),
    title=Text("Toewijzing staat dubbel in het bericht", "Assignment stands twice in the message"),
    message=Text(
        ("Toewijzing {toewijzingnummer} staat meer dan eens in dit bericht; alleen de eerste regel is gebruikt."),
        "Assignment {toewijzingnummer} stands more than once in this message; only the first row is used.",
    ),
    remedy=Text(
        "Neem per bericht van elke toewijzing één versie op.", "Put one version of each assignment in a message."
    ),
    source="iStandaarden TR101",
    wrong="r.volg > 1",
    key=("bestand", "domein", "nummer"),
    fine=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "bestand": "a"},
                {"domein": "jw", "toewijzingnummer": "1", "bestand": "b"},
                {"domein": "wmo", "toewijzingnummer": "1", "bestand": "a"},
            )
        ),
    ),
    faulty=(Example(({"domein": "jw", "toewijzingnummer": "1"}, {"domein": "jw", "toewijzingnummer": "0001"})),),
)
