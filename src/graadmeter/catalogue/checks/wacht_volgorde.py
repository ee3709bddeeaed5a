"""Dates of waiting stand in the wrong order."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-WT01",
    table="wachttijd",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("intakedatum", "aanmelddatum"),
    title=Text("Datums van het wachten staan in de verkeerde volgorde", "Dates of waiting stand in the wrong order"),
    message=Text(
        ("Aanmelding {aanmelddatum}, intake {intakedatum}, start {startdatum}: een latere stap ligt voor een eerdere."),
        (
            "Registration {aanmelddatum}, intake {intakedatum}, start {startdatum}: a later step lies"
            " before an earlier one."
        ),
    ),
    remedy=Text("Verbeter de datums.", "Correct the dates."),
    source="eigen regel: wachttijden per cliënt",
    wrong=("r.intakedatum < r.aanmelddatum OR r.startdatum < r.intakedatum OR r.startdatum < r.aanmelddatum"),
    fine=(Example(({"aanmelddatum": "2025-07-01", "intakedatum": "2025-08-01", "startdatum": "2025-09-01"},)),),
    faulty=(
        Example(({"aanmelddatum": "2025-07-01", "intakedatum": "2025-06-01"},)),
        Example(({"aanmelddatum": "2025-07-01", "startdatum": "2025-06-01"},)),
    ),
)
