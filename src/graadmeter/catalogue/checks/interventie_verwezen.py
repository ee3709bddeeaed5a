"""More youths referred than seen."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-INT2",
    table="interventie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("verwezen", "gezien"),
    title=Text("Meer jeugdigen verwezen dan gezien", "More youths referred than seen"),
    message=Text(
        "Er zijn {verwezen} jeugdigen verwezen en {gezien} gezien.",
        "{verwezen} youths were referred and {gezien} seen.",
    ),
    remedy=Text("Controleer beide aantallen.", "Check both numbers."),
    source="eigen regel: interventies",
    wrong="r.verwezen > r.gezien",
    fine=(Example(({"gezien": "10", "verwezen": "2"},)),),
    faulty=(Example(({"gezien": "1", "verwezen": "2"},)),),
)
