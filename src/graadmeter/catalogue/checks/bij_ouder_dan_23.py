"""Youth help begins after the age of 23."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ17",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("begindatum", "geboortedatum"),
    title=Text("Jeugdhulp begint na het 23e jaar", "Youth help begins after the age of 23"),
    message=Text(
        "De aanvang ({begindatum}) ligt na het 23e jaar; jeugdhulp kan dan niet meer beginnen.",
        "The start ({begindatum}) lies after the age of 23; youth help can no longer begin then.",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="Jeugdwet art. 1.1 (jeugdige); CBS protocol Beleidsinformatie Jeugd v7, 2.1",
    wrong="EXTRACT(YEAR FROM r.begindatum) - r.geboortejaar > 23",
    valid_from=date(2021, 7, 1),
    fine=(Example(({"begindatum": "2025-01-01", "geboortedatum": "20100101"},)),),
    faulty=(Example(({"begindatum": "2025-01-01", "geboortedatum": "19900101"},)),),
)
