"""Period is no half-year."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ14",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("periode",),
    title=Text("Periode is geen halfjaar", "Period is no half-year"),
    message=Text(
        "Jeugdhulp en jeugdbescherming worden per halfjaar geleverd; er staat {periode}.",
        "Youth help and protection are delivered per half-year; this record has {periode}.",
    ),
    remedy=Text("Verbeter het record en lever de periode opnieuw.", "Correct the record and deliver the period again."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 7.3 (verslagperiodes)",
    wrong="SUBSTR(r.periode, 5, 2) <> 'HJ'",
    also={"bij_jeugdbescherming": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"periode": "2025HJ02"},)),
        Example(({"periode": "2025HJ02"},), table="bij_jeugdbescherming"),
    ),
    faulty=(
        Example(({"periode": "2025KW04"},)),
        Example(({"periode": "2025KW04"},), table="bij_jeugdbescherming"),
    ),
)
