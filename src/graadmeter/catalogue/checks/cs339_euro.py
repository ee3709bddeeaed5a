"""Amount in euros does not equal the volume."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CS339",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("bedrag", "volume", "eenheid"),
    title=Text("Bedrag in euro's is niet gelijk aan het volume", "Amount in euros does not equal the volume"),
    message=Text(
        ("Bij eenheid 83 (euro) is het volume het bedrag in centen; hier staat volume {volume} en bedrag {bedrag}."),
        "With unit 83 (euro) the volume is the amount in cents; here volume is {volume} and amount {bedrag}.",
    ),
    remedy=Text(
        "Vraag de aanbieder volume en bedrag gelijk te maken.", "Ask the provider to make volume and amount equal."
    ),
    source="iStandaarden CS339, IV042",
    wrong="r.eenheid = '83' AND r.volume <> r.bedrag",
    fine=(
        Example(
            ({"eenheid": "83", "volume": "500", "bedrag": "500"}, {"eenheid": "04", "volume": "1", "bedrag": "500"})
        ),
    ),
    faulty=(Example(({"eenheid": "83", "volume": "5", "bedrag": "500"},)),),
)
