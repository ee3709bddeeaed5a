"""Notices about iJw and iWmo messages (XML)."""

from graadmeter.deliver.notice import Notice
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

_RESEND = Text(
    "Laat uw systeem het bericht opnieuw maken en lever het opnieuw.",
    "Let your system make the message again and deliver it again.",
)
TRUNCATED = Notice(
    "DL-XML-AFGEBROKEN",
    Severity.STOPS_FILE,
    Text(
        "Het bericht is afgebroken: het houdt op voor het einde (regel {line}). Er is niets uit gebruikt.",
        "The message is cut off: it stops before its end (line {line}). Nothing of it was used.",
    ),
    _RESEND,
)
MALFORMED = Notice(
    "DL-XML-VORM",
    Severity.STOPS_FILE,
    Text(
        "Dit is geen goed gevormde XML; het gaat mis bij regel {line}. Er is niets uit gebruikt.",
        "This is not well-formed XML; it goes wrong at line {line}. Nothing of it was used.",
    ),
    _RESEND,
)
DOCTYPE = Notice(
    "DL-XML-DTD",
    Severity.STOPS_FILE,
    Text(
        "Het bericht bevat een DOCTYPE of eigen entiteiten. Die horen niet in een bericht en kunnen schade doen; "
        "het is niet gelezen.",
        "The message holds a DOCTYPE or entities of its own. They do not belong in a message and can do harm; "
        "it was not read.",
    ),
    Text("Lever het bericht zonder DOCTYPE.", "Deliver the message without DOCTYPE."),
)
ENCODING = Notice(
    "DL-XML-CODERING",
    Severity.STOPS_FILE,
    Text(
        "Het bericht is niet opgeslagen als UTF-8 (gevonden: {found}).",
        "The message is not stored as UTF-8 (found: {found}).",
    ),
    Text("Sla berichten op als UTF-8 en lever opnieuw.", "Store messages as UTF-8 and deliver again."),
)
NAMESPACE = Notice(
    "DL-XML-NAAMRUIMTE",
    Severity.STOPS_FILE,
    Text(
        "Dit is geen iJw- of iWmo-bericht: het begin-element of de naamruimte (namespace) klopt niet.",
        "This is no iJw or iWmo message: its root element or namespace is wrong.",
    ),
    Text(
        "Een 301-bericht heeft bijvoorbeeld de naamruimte http://www.istandaarden.nl/ijw/3_2/jw301/schema.",
        "A 301 message, for example, has the namespace http://www.istandaarden.nl/ijw/3_2/jw301/schema.",
    ),
)
RELEASE = Notice(
    "DL-XML-UITGAVE",
    Severity.STOPS_FILE,
    Text(
        "Het bericht is van release {found}; Graadmeter leest release 3.2.",
        "The message is of release {found}; Graadmeter reads release 3.2.",
    ),
    _RESEND,
)
MESSAGE_CODE = Notice(
    "DL-XML-CODE",
    Severity.STOPS_FILE,
    Text(
        "De berichtcode in de kop past niet bij het bericht: bij {message} hoort {expected}.",
        "The message code in the header does not fit the message: {message} has {expected}.",
    ),
    _RESEND,
)
MESSAGE_VERSION = Notice(
    "DL-XML-VERSIE",
    Severity.STOPS_FILE,
    Text(
        "De versie in de kop is niet 3.2, maar de naamruimte van het bericht is dat wel.",
        "The version in the header is not 3.2, while the namespace of the message is.",
    ),
    _RESEND,
)
REPEATED = Notice(
    "DL-XML-DUBBEL",
    Severity.STOPS_FILE,
    Text(
        "Het element {element} staat er twee keer, terwijl het maar één keer mag. Er is niets uit gebruikt.",
        "The element {element} occurs twice where it may occur once. Nothing of it was used.",
    ),
    _RESEND,
)
NO_RECORDS = Notice(
    "DL-XML-LEEG",
    Severity.QUESTION,
    Text(
        "Het bericht bevat geen regels ({record}).",
        "The message holds no records ({record}).",
    ),
    Text("Klopt dat? Lever het anders opnieuw.", "Is that right? If not, deliver it again."),
)
