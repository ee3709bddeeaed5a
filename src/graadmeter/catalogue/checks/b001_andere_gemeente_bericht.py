"""Message is of another municipality."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-B001",
    table="toewijzing",
    tier=Tier.FILE,
    severity=Severity.STOPS_FILE,
    fields=("gemeente",),
    title=Text("Bericht is van een andere gemeente", "Message is of another municipality"),
    message=Text(
        "Dit bericht hoort bij gemeente {gemeente}, niet bij de gemeente die de levering doet.",
        "This message belongs to municipality {gemeente}, not to the one that delivers.",
    ),
    remedy=Text(
        "Haal het bericht uit de levering, of lever het namens de juiste gemeente.",
        "Take the message out of the delivery, or deliver it for the right municipality.",
    ),
    source="iStandaarden TR378, IV046; eigen regel: een levering is van één gemeente",
    wrong="r.gemeente <> :gemeente",
    also={"start": "", "stop": "", "verzoek": "", "declaratie": "", "prestatie": ""},
    fine=(
        Example(({"gemeente": "0141"},)),
        Example(({"gemeente": "0141"},), table="start"),
        Example(({"gemeente": "0141"},), table="stop"),
        Example(({"gemeente": "0141"},), table="verzoek"),
        Example(({"gemeente": "0141"},), table="declaratie"),
        Example(({"gemeente": "0141"},), table="prestatie"),
    ),
    faulty=(
        Example(({"gemeente": "0153"},)),
        Example(({"gemeente": "0153"},), table="start"),
        Example(({"gemeente": "0153"},), table="stop"),
        Example(({"gemeente": "0153"},), table="verzoek"),
        Example(({"gemeente": "0153"},), table="declaratie"),
        Example(({"gemeente": "0153"},), table="prestatie"),
    ),
)
