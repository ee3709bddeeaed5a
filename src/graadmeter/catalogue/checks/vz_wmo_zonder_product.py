"""Wmo provision has no product code."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ02",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("productcode", "wet"),
    title=Text("Wmo-voorziening heeft geen productcode", "Wmo provision has no product code"),
    message=Text(
        "Zonder productcode is niet te bepalen om welke Wmo-hulp het gaat.",
        "Without a product code the kind of Wmo support cannot be told.",
    ),
    remedy=Text("Vul de productcode in.", "Fill in the product code."),
    source="eigen regel",
    wrong="r.wet = 'wmo' AND r.productcode IS NULL AND r.lokaal_team = 'N'",
    fine=(Example(({"wet": "wmo", "productcode": "02A03", "lokaal_team": "N"},)),),
    faulty=(Example(({"wet": "wmo", "lokaal_team": "N"},)),),
)
