"""Mark is zero."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ20",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("uitkomst1_nut", "uitkomst2_nut"),
    title=Text("Rapportcijfer is nul", "Mark is zero"),
    message=Text(
        "Het nut van de hulp is een cijfer van 1 tot en met 10; er staat 0.",
        "The use of the help is a mark from 1 to 10; this record has 0.",
    ),
    remedy=Text("Laat het leeg als het niet is gevraagd.", "Leave it empty when it was not asked."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 4.3 (cijfer 1 tot en met 10)",
    wrong="COALESCE(r.uitkomst1_nut, 1) = 0 OR COALESCE(r.uitkomst2_nut, 1) = 0",
    valid_from=date(2021, 7, 1),
    fine=(Example(({"uitkomst1_nut": "10"},)),),
    faulty=(Example(({"uitkomst1_nut": "0"},)),),
)
