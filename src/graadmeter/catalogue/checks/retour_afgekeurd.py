"""A message was refused by its receiver."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-RETOUR",
    table="retour",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("retourcodes", "bericht", "dagtekening"),
    title=Text("Bericht is door de ontvanger afgekeurd", "Message was refused by its receiver"),
    message=Text(
        (
            "Het bericht van {dagtekening} is door de ontvanger afgekeurd (retourbericht {bericht}, retourcode in de "
            "kop: {retourcodes}). Het telt niet mee."
        ),
        (
            "The message of {dagtekening} was refused by its receiver (return message {bericht}, return code in the "
            "header: {retourcodes}). It does not count."
        ),
    ),
    remedy=Text(
        "Is het bericht verbeterd opnieuw verstuurd? Lever dat dan ook. U hoeft verder niets te doen.",
        "Was the message sent again with corrections? Then deliver that as well. There is nothing else to do.",
    ),
    source="iStandaarden IV028",
    wrong="r.retourcodes IS NOT NULL AND r.retourcodes <> '9056'",
    fine=(Example(({"bericht": "302", "dagtekening": "2025-10-01"}, {"bericht": "302", "retourcodes": "9056"})),),
    faulty=(Example(({"bericht": "302", "dagtekening": "2025-10-01", "retourcodes": "0200"},)),),
)
