"""More youths seen than registered."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-INT1",
    table="interventie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("gezien", "ingeschreven_jeugd"),
    title=Text("Meer jeugdigen gezien dan ingeschreven", "More youths seen than registered"),
    message=Text(
        "Er zijn {gezien} jeugdigen gezien, terwijl er {ingeschreven_jeugd} zijn ingeschreven.",
        "{gezien} youths were seen, while {ingeschreven_jeugd} are registered.",
    ),
    remedy=Text("Controleer beide aantallen.", "Check both numbers."),
    source="eigen regel: interventies",
    wrong="r.gezien > r.ingeschreven_jeugd",
    fine=(Example(({"gezien": "10", "ingeschreven_jeugd": "1000"},)),),
    faulty=(Example(({"gezien": "1001", "ingeschreven_jeugd": "1000"},)),),
)
