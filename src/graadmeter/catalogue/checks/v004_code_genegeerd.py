"""Code in an optional field does not exist."""

from graadmeter.domain.checks import Check, Each, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-V004",
    table="",
    tier=Tier.FIELD,
    severity=Severity.QUESTION,
    fields=(),
    title=Text("Code in facultatief veld bestaat niet", "Code in an optional field does not exist"),
    message=Text(
        ("'{label}' bevat de code '{value}'. Geldig zijn: {codes}. De regel is gebruikt alsof het veld leeg is."),
        "'{label}' holds the code '{value}'. Valid are: {codes}. The row is used as if the field were empty.",
    ),
    remedy=Text(
        "Gebruik een van de geldige codes, of laat het veld leeg.",
        "Use one of the valid codes, or leave the field empty.",
    ),
    source="iStandaarden iJw/iWmo 3.2, codelijsten; CBS protocol Beleidsinformatie Jeugd v7",
    wrong="r.{field} NOT IN ({codes})",
    each=Each.OPTIONAL_CODE,
    fine=(Example(({"verwijzer": "06"}, {"verwijzer": ""}), table="voorziening"),),
    faulty=(Example(({"verwijzer": "07"},), table="voorziening"),),
)
