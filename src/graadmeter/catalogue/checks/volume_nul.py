"""Volume is zero or negative."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VOL0",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("volume",),
    title=Text("Omvang is nul of negatief", "Volume is zero or negative"),
    message=Text(
        "De omvang is {volume}; een omvang is altijd groter dan nul.",
        "The volume is {volume}; a volume is always above zero.",
    ),
    remedy=Text(
        (
            "Verbeter de omvang. Is de toewijzing nooit van kracht geweest? Gebruik reden wijziging 13 met "
            "gelijke datums."
        ),
        "Correct the volume. Was the assignment never in force? Use change reason 13 with equal dates.",
    ),
    source="iStandaarden RS001, IV042",
    wrong="r.volume <= 0",
    also={"verzoek": ""},
    fine=(Example(({"volume": "1"}, {"volume": ""})), Example(({"volume": "1"},), table="verzoek")),
    faulty=(Example(({"volume": "0"}, {"volume": "-4"})), Example(({"volume": "0"},), table="verzoek")),
)
