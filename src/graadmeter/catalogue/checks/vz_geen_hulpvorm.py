"""The kind of youth care cannot be told."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ01",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("hulpvorm", "productcode", "wet"),
    title=Text("Niet te bepalen om welke jeugdhulp het gaat", "The kind of youth care cannot be told"),
    message=Text(
        "De regel heeft geen productcode en geen hulpvorm.", "The row has neither a product code nor a form of help."
    ),
    remedy=Text(
        "Vul de productcode in, of de CBS-hulpvorm (01 tot en met 14).",
        "Fill in the product code, or the CBS form of help (01 to 14).",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.3",
    wrong="r.wet = 'jeugdwet' AND r.productcode IS NULL AND r.hulpvorm IS NULL",
    fine=(
        Example(
            (
                {"wet": "jeugdwet", "productcode": "45A48"},
                {"wet": "jeugdwet", "hulpvorm": "01"},
                {"wet": "participatiewet"},
            )
        ),
    ),
    faulty=(Example(({"wet": "jeugdwet"},)),),
)
