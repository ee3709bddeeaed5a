"""Reason of the end does not fit the measure."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ29",
    table="bij_jeugdbescherming",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("reden_einde", "maatregel"),
    title=Text("Reden van het einde past niet bij de maatregel", "Reason of the end does not fit the measure"),
    message=Text(
        "Reden {reden_einde} hoort niet bij maatregel {maatregel}.",
        "Reason {reden_einde} does not belong to measure {maatregel}.",
    ),
    remedy=Text(
        "Een OTS eindigt met 01-07, voogdij met 11-15.", "A supervision order ends with 01-07, guardianship with 11-15."
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 5.3.1",
    wrong=(
        "(r.maatregel IN ('11', '12') AND SUBSTR(r.reden_einde, 1, 1) = '1') OR (r.maatregel IN "
        "('21', '22', '23') AND SUBSTR(r.reden_einde, 1, 1) = '0')"
    ),
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"maatregel": "11", "reden_einde": "04"},)),
        Example(({"maatregel": "21", "reden_einde": "14"},)),
    ),
    faulty=(
        Example(({"maatregel": "11", "reden_einde": "14"},)),
        Example(({"maatregel": "21", "reden_einde": "04"},)),
    ),
)
