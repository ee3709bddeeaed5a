"""Reason does not fit the preventive frame."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ30",
    table="bij_jeugdreclassering",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("reden_einde", "maatregel"),
    title=Text("Reden past niet bij het preventieve kader", "Reason does not fit the preventive frame"),
    message=Text(
        "Reden {reden_einde} en maatregel {maatregel} horen niet bij elkaar.",
        "Reason {reden_einde} and measure {maatregel} do not belong together.",
    ),
    remedy=Text(
        "Preventief justitieel kader (31) eindigt met reden 31, andere met 41-43.",
        "The preventive frame (31) ends with reason 31, others with 41-43.",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 5.3.1 en 5.4",
    wrong="(r.maatregel = '31') <> (r.reden_einde = '31')",
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"maatregel": "31", "reden_einde": "31"},)),
        Example(({"maatregel": "41", "reden_einde": "42"},)),
    ),
    faulty=(Example(({"maatregel": "41", "reden_einde": "31"},)),),
)
