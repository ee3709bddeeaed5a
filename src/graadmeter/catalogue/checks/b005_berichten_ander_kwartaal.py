"""Messages are of another quarter."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-B005",
    table="toewijzing",
    tier=Tier.FILE,
    severity=Severity.STOPS_FILE,
    fields=("dagtekening",),
    title=Text("Berichten zijn van een ander kwartaal", "Messages are of another quarter"),
    message=Text(
        (
            "De meeste berichten van deze soort zijn gedateerd buiten het kwartaal van de levering, ook dit "
            "bericht hoort bij die partij."
        ),
        (
            "Most messages of this kind are dated outside the quarter of the delivery; this message is part of "
            "that batch."
        ),
    ),
    remedy=Text(
        "Controleer het kwartaal waarvoor u levert, of kies de berichten van dat kwartaal.",
        "Check the quarter you deliver for, or choose the messages of that quarter.",
    ),
    source="eigen regel: opgegeven periode tegen de datums",
    wrong="r.dagtekening NOT BETWEEN :eerste_dag AND :laatste_dag",
    also={"start": "", "stop": "", "verzoek": "", "declaratie": ""},
    share=0.5,
    least=5,
    fine=(
        Example(
            (
                {"dagtekening": "2025-11-01", "bestand": "b1"},
                {"dagtekening": "2025-11-02", "bestand": "b2"},
                {"dagtekening": "2025-11-03", "bestand": "b3"},
                {"dagtekening": "2025-11-04", "bestand": "b4"},
                {"dagtekening": "2025-11-05", "bestand": "b5"},
            )
        ),
        Example(({"dagtekening": "2025-09-30", "bestand": "b"},), table="start"),
        Example(({"dagtekening": "2025-10-01"},), table="stop"),
        Example(({"dagtekening": "2025-10-01"},), table="verzoek"),
        Example(({"dagtekening": "2025-10-01"},), table="declaratie"),
    ),
    faulty=(
        Example(
            (
                {"dagtekening": "2025-08-01", "bestand": "b1"},
                {"dagtekening": "2025-08-02", "bestand": "b2"},
                {"dagtekening": "2025-08-03", "bestand": "b3"},
                {"dagtekening": "2025-08-04", "bestand": "b4"},
                {"dagtekening": "2025-08-05", "bestand": "b5"},
            )
        ),
        Example(
            (
                {"dagtekening": "2025-08-01", "bestand": "b1"},
                {"dagtekening": "2025-08-02", "bestand": "b2"},
                {"dagtekening": "2025-08-03", "bestand": "b3"},
                {"dagtekening": "2025-08-04", "bestand": "b4"},
                {"dagtekening": "2025-08-05", "bestand": "b5"},
            ),
            table="start",
        ),
        Example(
            (
                {"dagtekening": "2025-08-01", "bestand": "b1"},
                {"dagtekening": "2025-08-02", "bestand": "b2"},
                {"dagtekening": "2025-08-03", "bestand": "b3"},
                {"dagtekening": "2025-08-04", "bestand": "b4"},
                {"dagtekening": "2025-08-05", "bestand": "b5"},
            ),
            table="stop",
        ),
        Example(
            (
                {"dagtekening": "2025-08-01", "bestand": "b1"},
                {"dagtekening": "2025-08-02", "bestand": "b2"},
                {"dagtekening": "2025-08-03", "bestand": "b3"},
                {"dagtekening": "2025-08-04", "bestand": "b4"},
                {"dagtekening": "2025-08-05", "bestand": "b5"},
            ),
            table="verzoek",
        ),
        Example(
            (
                {"dagtekening": "2025-08-01", "bestand": "b1"},
                {"dagtekening": "2025-08-02", "bestand": "b2"},
                {"dagtekening": "2025-08-03", "bestand": "b3"},
                {"dagtekening": "2025-08-04", "bestand": "b4"},
                {"dagtekening": "2025-08-05", "bestand": "b5"},
            ),
            table="declaratie",
        ),
    ),
)
