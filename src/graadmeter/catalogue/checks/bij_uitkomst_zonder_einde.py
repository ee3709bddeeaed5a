"""Outcome while help runs."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ21",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("uitkomst1_nut", "einddatum"),
    title=Text("Uitkomst terwijl de hulp loopt", "Outcome while help runs"),
    message=Text(
        "Er is een uitkomst ingevuld zonder einde van de hulp.", "An outcome was filled in without an end of the help."
    ),
    remedy=Text("U hoeft niets te doen.", "There is nothing to do."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 4.4",
    wrong="r.einddatum IS NULL AND r.uitkomst1_zonder_hulp IS NOT NULL",
    valid_from=date(2021, 7, 1),
    fine=(Example(({"einddatum": "2025-10-01", "uitkomst1_zonder_hulp": "04"},)),),
    faulty=(Example(({"einddatum": "", "uitkomst1_zonder_hulp": "04"},)),),
)
