"""Value has not the right form."""

from graadmeter.domain.checks import Check, Each, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-V005",
    table="",
    tier=Tier.FIELD,
    severity=Severity.STOPS_ROW,
    fields=(),
    title=Text("Waarde heeft niet de juiste vorm", "Value has not the right form"),
    message=Text(
        "'{label}' bevat '{value}'. Dat heeft niet de vorm die bij dit veld hoort.",
        "'{label}' holds '{value}', which has not the form this field asks for.",
    ),
    remedy=Text(
        "Kijk in de lege sjabloon welke vorm bij dit veld hoort en lever opnieuw.",
        "See the empty template for the form of this field and deliver again.",
    ),
    source="iStandaarden RS005-RS046; indeling regionaal uittreksel",
    wrong="NOT REGEXP_FULL_MATCH(r.{field}, '{pattern}')",
    each=Each.PATTERN,
    fine=(Example(({"aanbieder": "41410000", "toewijzingnummer": "123"},), table="start"),),
    faulty=(Example(({"aanbieder": "4141"},), table="start"), Example(({"toewijzingnummer": "T-123"},), table="start")),
)
