"""A date or number that does not exist or is not one: reading it as empty would make care endless or free."""

from graadmeter.domain.checks import Check, Each, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-V002",
    table="",
    tier=Tier.FIELD,
    severity=Severity.STOPS_ROW,
    fields=(),
    title=Text("Datum of getal is niet te lezen", "Date or number cannot be read"),
    message=Text(
        "'{label}' bevat '{value}'. Dat is geen bestaande datum of geen heel getal.",
        "'{label}' holds '{value}', which is no existing date or no whole number.",
    ),
    remedy=Text(
        "Schrijf datums als jjjj-mm-dd (2025-03-31) of dd-mm-jjjj, getallen zonder punt of komma.",
        "Write dates as jjjj-mm-dd (2025-03-31) or dd-mm-jjjj, numbers without point or comma.",
    ),
    source="iStandaarden RS032, TR134 (bestaande datum); eigen regel",
    wrong="r.{field} IS NOT NULL AND TRY_CAST(r.{field} AS {type}) IS NULL",
    each=Each.READABLE,
    fine=(
        Example(({"begindatum": "2024-02-29", "einddatum": "31-12-2025"},), table="stop"),
        Example(({"bedrag": "1250"},), table="prestatie"),
    ),
    faulty=(
        Example(({"begindatum": "2025-02-29"},), table="stop"),
        Example(({"einddatum": "n.v.t."},), table="stop"),
        Example(({"bedrag": "12,50"},), table="prestatie"),
    ),
)
