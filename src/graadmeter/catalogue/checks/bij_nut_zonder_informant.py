"""Outcome without informant."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ19",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("uitkomst1_informant", "uitkomst1_nut"),
    title=Text("Uitkomst zonder informant", "Outcome without informant"),
    message=Text(
        "Er is een oordeel over de hulp ingevuld, maar niet van wie.",
        "A judgement on the help was filled in, but not by whom.",
    ),
    remedy=Text("Vul in of de jeugdige of een ouder antwoordde.", "Fill in whether the youth or a parent answered."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 4.5 (informant)",
    wrong=(
        "(r.uitkomst1_informant IS NULL AND (r.uitkomst1_nut IS NOT NULL OR "
        "r.uitkomst1_zonder_hulp IS NOT NULL)) OR (r.uitkomst2_informant IS NULL AND "
        "(r.uitkomst2_nut IS NOT NULL OR r.uitkomst2_zonder_hulp IS NOT NULL))"
    ),
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"uitkomst1_nut": "8", "uitkomst1_informant": "J"},)),
        Example(({"uitkomst1_nut": ""},)),
    ),
    faulty=(Example(({"uitkomst1_nut": "8"},)),),
)
