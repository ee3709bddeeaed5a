"""Household is improbably large."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-HUIS2",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("bsn",),
    title=Text("Huishouden is onwaarschijnlijk groot", "Household is improbably large"),
    message=Text(
        "Een huishouden telt {detail} personen met hulp. Is het nummer een vulwaarde?",
        "A household has {detail} persons with care. Is the number a filler?",
    ),
    remedy=Text(
        "Laat het huishoudnummer leeg als het niet bekend is.", "Leave the household number empty when it is not known."
    ),
    source="eigen regel",
    wrong="r.volg = 1 AND huishoudgroep.personen > 15",
    key=("huishouden",),
    detail="huishoudgroep.personen",
    fine=(Example(({"bsn": "009999991", "huishouden": "H1"}, {"bsn": "123456782", "huishouden": "H1"})),),
    faulty=(Example(tuple({"bsn": f"{number:09d}", "huishouden": "0"} for number in range(1, 17))),),
)
