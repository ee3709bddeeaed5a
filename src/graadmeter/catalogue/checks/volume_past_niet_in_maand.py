"""A month cannot hold that much."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VOL1",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("volume", "eenheid"),
    title=Text("Er past niet zo veel in een maand", "A month cannot hold that much"),
    message=Text(
        "Volume {volume} in eenheid {eenheid} is meer dan er in één maand gaat.",
        "Volume {volume} in unit {eenheid} is more than one month holds.",
    ),
    remedy=Text(
        "Controleer de eenheid: 01 is minuten, 04 uren, 14 etmalen, 16 dagdelen.",
        "Check the unit: 01 is minutes, 04 hours, 14 days, 16 half-days.",
    ),
    source="iStandaarden OP280 (één declaratieperiode), codelijst WJ756; eigen regel",
    wrong=(
        "(r.eenheid = '01' AND r.volume > 44640) OR (r.eenheid = '04' AND r.volume > 744) OR "
        "(r.eenheid = '14' AND r.volume > 31) OR (r.eenheid = '16' AND r.volume > 186)"
    ),
    fine=(Example(({"eenheid": "14", "volume": "31"}, {"eenheid": "01", "volume": "3000"})),),
    faulty=(
        Example(({"eenheid": "14", "volume": "32"},)),
        Example(({"eenheid": "04", "volume": "900"},)),
    ),
)
