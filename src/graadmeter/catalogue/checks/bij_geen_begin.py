"""Measure has no start."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ24",
    table="bij_jeugdbescherming",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("begindatum", "overgenomen"),
    title=Text("Maatregel heeft geen aanvang", "Measure has no start"),
    message=Text(
        ("Er is geen datum aanvang en geen datum overgedragen gekregen; de maatregel is niet te plaatsen."),
        "There is no start and no date of taking over; the measure cannot be placed in time.",
    ),
    remedy=Text("Vul een van beide datums in.", "Fill in one of the two dates."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 5.1.2, 5.2.2 en 5.3.3",
    wrong="r.begindatum IS NULL AND r.overgenomen IS NULL AND r.maatregel IS NOT NULL",
    also={"bij_jeugdreclassering": ""},
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"begindatum": "2025-01-01", "maatregel": "11"},)),
        Example(({"begindatum": "2025-01-01", "maatregel": "41"},), table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"maatregel": "11"},)),
        Example(({"maatregel": "41"},), table="bij_jeugdreclassering"),
    ),
)
