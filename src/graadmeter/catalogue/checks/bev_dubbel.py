"""Population row stands twice."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEV4",
    table="bevolking",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("wijk", "leeftijd", "geslacht"),
    title=Text("Bevolkingsregel staat dubbel", "Population row stands twice"),
    message=Text(
        (
            "Wijk {wijk} met leeftijd {leeftijd} staat meer dan eens voor hetzelfde geslacht; alleen de eerste "
            "regel is gebruikt."
        ),
        "Wijk {wijk} with age {leeftijd} stands more than once for the same sex; only the first row is used.",
    ),
    remedy=Text(
        "Lever elke combinatie van wijk, leeftijd en geslacht één keer.",
        "Deliver each combination of wijk, age and sex once.",
    ),
    source="indeling bevolking",
    wrong="r.volg > 1",
    key=("wijk", "leeftijd", "geslacht"),
    fine=(
        Example(
            (
                {"wijk": "WK014110", "leeftijd": "4", "geslacht": "m"},
                {"wijk": "WK014110", "leeftijd": "4", "geslacht": "v"},
            )
        ),
    ),
    faulty=(Example(({"wijk": "WK014110", "leeftijd": "4", "geslacht": "m"},) * 2),),
)
