"""One person in two households."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-HUIS1",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("bsn",),
    title=Text("Eén persoon in twee huishoudens", "One person in two households"),
    message=Text(
        "Eén persoon staat in dit kwartaal in meer dan één huishouden.",
        "One person stands in more than one household in this quarter.",
    ),
    remedy=Text(
        "Kies het huishouden op de laatste dag van het kwartaal.",
        "Choose the household on the last day of the quarter.",
    ),
    source="indeling regionaal uittreksel",
    wrong="r.huishouden <> eerste.huishouden AND r.bsn NOT IN ('999999999', '000000000')",
    key=("bsn",),
    fine=(Example(({"bsn": "009999991", "huishouden": "H1"},) * 2 + ({"bsn": "009999991"},)),),
    faulty=(Example(({"bsn": "009999991", "huishouden": "H1"}, {"bsn": "009999991", "huishouden": "H2"})),),
)
