"""Wijk code has not the right form."""

from graadmeter.domain.checks import Check, Each, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-V006",
    table="",
    tier=Tier.FIELD,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Wijkcode heeft niet de juiste vorm", "Wijk code has not the right form"),
    message=Text(
        "'{value}' is geen wijkcode. De regel is gebruikt alsof de wijk onbekend is.",
        "'{value}' is no wijk code. The row is used as if the wijk were unknown.",
    ),
    remedy=Text(
        ("Schrijf de wijkcode van het CBS: WK, vier cijfers van de gemeente, twee cijfers van de wijk (WK014110)."),
        "Write the CBS wijk code: WK, four digits of the municipality, two digits of the wijk (WK014110).",
    ),
    source="CBS, Kerncijfers wijken en buurten",
    wrong="NOT REGEXP_FULL_MATCH(r.{field}, '{pattern}')",
    each=Each.PATTERN,
    fine=(Example(({"wijk": "WK014110"}, {"wijk": ""}), table="voorziening"),),
    faulty=(Example(({"wijk": "014110"},), table="voorziening"), Example(({"wijk": "Centrum"},), table="voorziening")),
)
