"""Change reason 01 has lapsed."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CS336",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("reden_wijziging",),
    title=Text("Reden wijziging 01 is vervallen", "Change reason 01 has lapsed"),
    message=Text(
        "Reden wijziging 01 (administratieve correctie) wordt niet meer gebruikt.",
        "Change reason 01 (administrative correction) is no longer used.",
    ),
    remedy=Text(
        "Gebruik 13 als de toewijzing nooit van kracht was, anders 14.",
        "Use 13 when the assignment was never in force, otherwise 14.",
    ),
    source="iStandaarden CS336",
    wrong="r.reden_wijziging = '01'",
    fine=(Example(({"reden_wijziging": "14"}, {"reden_wijziging": ""})),),
    faulty=(Example(({"reden_wijziging": "01"},)),),
)
