"""Required field is empty."""

from graadmeter.domain.checks import Check, Each, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-V001",
    table="",
    tier=Tier.FIELD,
    severity=Severity.STOPS_ROW,
    fields=(),
    title=Text("Verplicht veld is leeg", "Required field is empty"),
    message=Text("'{label}' is leeg, maar dit veld is verplicht.", "'{label}' is empty, but this field is required."),
    remedy=Text("Vul het veld in en lever opnieuw.", "Fill in the field and deliver again."),
    source="iStandaarden iJw/iWmo 3.2, berichtindeling; indeling regionaal uittreksel",
    wrong="r.{field} IS NULL",
    each=Each.REQUIRED,
    fine=(Example(({"begindatum": "2025-10-01"},), table="start"),),
    faulty=(Example(({"begindatum": "  "},), table="start"),),
)
