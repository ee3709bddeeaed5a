"""Code in a required field does not exist."""

from graadmeter.domain.checks import Check, Each, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-V003",
    table="",
    tier=Tier.FIELD,
    severity=Severity.STOPS_ROW,
    fields=(),
    title=Text("Code in verplicht veld bestaat niet", "Code in a required field does not exist"),
    message=Text(
        "'{label}' bevat de code '{value}'. Geldig zijn: {codes}.",
        "'{label}' holds the code '{value}'. Valid are: {codes}.",
    ),
    remedy=Text(
        "Gebruik een van de geldige codes, precies zo geschreven.", "Use one of the valid codes, written exactly so."
    ),
    source="iStandaarden iJw/iWmo 3.2, codelijsten, CS058; CBS protocol Beleidsinformatie Jeugd v7",
    wrong="r.{field} NOT IN ({codes})",
    each=Each.REQUIRED_CODE,
    fine=(
        Example(({"domein": "jw", "reden_beeindiging": "31"},), table="stop"),
        Example(({"verwijzer_type": "02"},), table="verzoek"),
    ),
    faulty=(
        Example(({"domein": "jw", "reden_beeindiging": "19"},), table="stop"),
        Example(({"geslacht": "M"},), table="start"),
    ),
)
