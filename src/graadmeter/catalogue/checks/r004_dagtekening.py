"""Message is dated outside the quarter."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-R004",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("dagtekening",),
    title=Text("Bericht is buiten het kwartaal gedateerd", "Message is dated outside the quarter"),
    message=Text(
        "Het bericht is gedateerd op {dagtekening}, buiten het kwartaal van de levering. Het is gebruikt.",
        "The message is dated {dagtekening}, outside the quarter of the delivery. It is used.",
    ),
    remedy=Text(
        "Lever berichten bij voorkeur in het kwartaal waarin zij zijn verstuurd.",
        "Preferably deliver messages in the quarter in which they were sent.",
    ),
    source="eigen regel",
    wrong="r.dagtekening NOT BETWEEN :eerste_dag AND :laatste_dag",
    needs=("GM-B005",),
    also={"start": "", "stop": "", "verzoek": "", "declaratie": ""},
    fine=(
        Example(({"dagtekening": "2025-10-01"},)),
        Example(({"dagtekening": "2025-12-31"},), table="start"),
        Example(({"dagtekening": "2025-12-31"},), table="stop"),
        Example(({"dagtekening": "2025-12-31"},), table="verzoek"),
        Example(({"dagtekening": "2025-12-31"},), table="declaratie"),
    ),
    faulty=(
        Example(({"dagtekening": "2025-09-30"},)),
        Example(({"dagtekening": "2026-01-01"},), table="start"),
        Example(({"dagtekening": "2026-01-01"},), table="stop"),
        Example(({"dagtekening": "2026-01-01"},), table="verzoek"),
        Example(({"dagtekening": "2026-01-01"},), table="declaratie"),
    ),
)
