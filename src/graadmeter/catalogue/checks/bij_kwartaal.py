"""Period is no quarter."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ15",
    table="bij_jeugdreclassering",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("periode",),
    title=Text("Periode is geen kwartaal", "Period is no quarter"),
    message=Text(
        "Jeugdreclassering wordt per kwartaal geleverd; er staat {periode}.",
        "Youth probation is delivered per quarter; this record has {periode}.",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 7.3 (verslagperiodes)",
    wrong="SUBSTR(r.periode, 5, 2) <> 'KW'",
    valid_from=date(2021, 7, 1),
    fine=(Example(({"periode": "2025KW04"},)),),
    faulty=(Example(({"periode": "2025HJ02"},)),),
)
