"""Help by the local team has a referrer."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ06",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("verwijzer", "hulpvorm"),
    title=Text("Hulp van het wijkteam heeft een verwijzer", "Help by the local team has a referrer"),
    message=Text(
        "Bij hulpvorm 01 (wijkteam) hoort verwijzer 06; er staat {verwijzer}.",
        "Form of help 01 (local team) goes with referrer 06; this record has {verwijzer}.",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.2 (06)",
    wrong="r.hulpvorm = '01' AND r.verwijzer <> '06'",
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"hulpvorm": "01", "verwijzer": "06"},)),
        Example(({"hulpvorm": "02", "verwijzer": "02"},)),
    ),
    faulty=(Example(({"hulpvorm": "01", "verwijzer": "02"},)),),
)
