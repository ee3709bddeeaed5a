"""Start date is improbably long ago."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEG1",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("begindatum",),
    title=Text("Begindatum is onwaarschijnlijk lang geleden", "Start date is improbably long ago"),
    message=Text(
        "De hulp zou op {begindatum} zijn begonnen. Is dat een vuldatum?",
        "Care would have begun on {begindatum}. Is that a filler?",
    ),
    remedy=Text("Vul de dag in waarop de hulp echt begon.", "Fill in the day on which care really began."),
    source="eigen regel",
    wrong="r.begindatum < CAST('1980-01-01' AS DATE)",
    also={"start": "", "stop": ""},
    fine=(
        Example(({"begindatum": "2006-01-14"},)),
        Example(({"begindatum": "2016-01-14"},), table="start"),
        Example(({"begindatum": "2016-01-14"},), table="stop"),
    ),
    faulty=(
        Example(({"begindatum": "1900-01-01"},)),
        Example(({"begindatum": "1900-01-01"},), table="start"),
        Example(({"begindatum": "1900-01-01"},), table="stop"),
    ),
)
