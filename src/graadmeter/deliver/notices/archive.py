"""Notices about zip files and their members."""

from graadmeter.deliver.notice import Notice
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

_AGAIN = Text(
    "Maak de zip opnieuw, met de gewone zipfunctie van uw computer.",
    "Make the zip again with the usual zip function of your computer.",
)
BROKEN = Notice(
    "DL-ZIP-KAPOT",
    Severity.STOPS_FILE,
    Text(
        "De zip is beschadigd of niet compleet; er is niets uit gelezen.",
        "The zip is damaged or incomplete; nothing was read from it.",
    ),
    _AGAIN,
)
NOTHING_INSIDE = Notice(
    "DL-ZIP-LEEG",
    Severity.STOPS_FILE,
    Text("De zip bevat geen bestanden.", "The zip holds no files."),
    Text("Zet de berichten in de zip en lever opnieuw.", "Put the messages in the zip and deliver again."),
)
TOO_MANY = Notice(
    "DL-ZIP-AANTAL",
    Severity.STOPS_FILE,
    Text(
        "De zip bevat meer dan {limit} bestanden; er is niets uit gelezen.",
        "The zip holds more than {limit} files; nothing was read from it.",
    ),
    Text("Verdeel de berichten over meer zips.", "Spread the messages over more zips."),
)
OVERLAP = Notice(
    "DL-ZIP-OVERLAP",
    Severity.STOPS_FILE,
    Text(
        "Bestanden in de zip overlappen elkaar. Zo'n zip kan schade doen; er is niets uit gelezen.",
        "Files in the zip overlap. Such a zip can do harm; nothing was read from it.",
    ),
    _AGAIN,
)
BOMB = Notice(
    "DL-ZIP-BOM",
    Severity.STOPS_FILE,
    Text(
        "Dit bestand wordt bij het uitpakken meer dan {limit} keer zo groot. Het is niet gelezen.",
        "This file grows to more than {limit} times its size when unpacked. It was not read.",
    ),
    Text("Lever alleen berichten zoals uw systeem ze maakt.", "Deliver messages as your system makes them."),
)
PATH = Notice(
    "DL-ZIP-PAD",
    Severity.STOPS_FILE,
    Text(
        "De naam van dit bestand wijst naar een plek buiten de zip. Het is niet gelezen.",
        "The name of this file points to a place outside the zip. It was not read.",
    ),
    _AGAIN,
)
NESTED = Notice(
    "DL-ZIP-NEST",
    Severity.STOPS_FILE,
    Text("Een zip in een zip wordt niet gelezen.", "A zip inside a zip is not read."),
    Text("Zet de berichten direct in één zip.", "Put the messages directly in one zip."),
)
ENCRYPTED = Notice(
    "DL-ZIP-SLOT",
    Severity.STOPS_FILE,
    Text("Dit bestand in de zip heeft een wachtwoord.", "This file in the zip has a password."),
    Text(
        "Lever de zip zonder wachtwoord, langs de beveiligde weg die u met de regio hebt afgesproken.",
        "Deliver the zip without a password, along the secure way agreed with the region.",
    ),
)
METHOD = Notice(
    "DL-ZIP-METHODE",
    Severity.STOPS_FILE,
    Text(
        "Dit bestand is ingepakt op een manier die Graadmeter niet leest (methode {method}).",
        "This file is packed in a way Graadmeter does not read (method {method}).",
    ),
    _AGAIN,
)
TWICE = Notice(
    "DL-ZIP-DUBBEL",
    Severity.STOPS_FILE,
    Text(
        "Er staat al een bestand met deze naam in de zip. Alleen het eerste is gelezen.",
        "The zip already holds a file of this name. Only the first was read.",
    ),
    Text("Geef elk bericht een eigen naam.", "Give each message a name of its own."),
)
DAMAGED = Notice(
    "DL-ZIP-LID",
    Severity.STOPS_FILE,
    Text("Dit bestand in de zip is beschadigd.", "This file in the zip is damaged."),
    _AGAIN,
)
