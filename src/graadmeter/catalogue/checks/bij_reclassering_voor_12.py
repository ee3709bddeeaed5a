"""Youth probation before the age of 12."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ18",
    table="bij_jeugdreclassering",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("begindatum", "geboortedatum"),
    title=Text("Jeugdreclassering voor het 12e jaar", "Youth probation before the age of 12"),
    message=Text(
        "Jeugdreclassering begint op {begindatum}, terwijl de jeugdige dan nog geen 12 is.",
        "Youth probation begins on {begindatum}, when the youth is not yet 12.",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source=("Wetboek van Strafrecht art. 77a (vanaf 12 jaar); CBS protocol Beleidsinformatie Jeugd v7, 5.2"),
    wrong="r.maatregel <> '31' AND EXTRACT(YEAR FROM r.begindatum) - r.geboortejaar < 12",
    valid_from=date(2021, 7, 1),
    fine=(Example(({"begindatum": "2025-01-01", "geboortedatum": "20100101", "maatregel": "41"},)),),
    faulty=(Example(({"begindatum": "2025-01-01", "geboortedatum": "20180101", "maatregel": "41"},)),),
)
