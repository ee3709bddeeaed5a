"""Notices about delivered tables (CSV)."""

from graadmeter.deliver.notice import Notice
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

_SAVE_UTF8 = Text("Sla het bestand op als CSV UTF-8 en lever opnieuw.", "Save the file as CSV UTF-8 and deliver again.")
_AS_TEXT = Text(
    "Zet in Excel de kolom op Tekst voordat u de gegevens erin zet.",
    "In Excel, set the column to Text before you put the data in.",
)
BINARY = Notice(
    "DL-CSV-BINAIR",
    Severity.STOPS_FILE,
    Text("Het bestand bevat nulbytes en is dus geen tekst.", "The file holds NUL bytes and so is no text."),
    _SAVE_UTF8,
)
UNDECODABLE = Notice(
    "DL-CSV-CODERING",
    Severity.STOPS_FILE,
    Text(
        "De tekens zijn niet te lezen: geen UTF-8, UTF-16 of Windows-1252.",
        "The characters cannot be read: not UTF-8, UTF-16 or Windows-1252.",
    ),
    _SAVE_UTF8,
)
OTHER_ENCODING = Notice(
    "DL-CSV-OMGEZET",
    Severity.INFORMATION,
    Text(
        "Het bestand is opgeslagen als {encoding} en omgezet naar UTF-8.",
        "The file was stored as {encoding} and converted to UTF-8.",
    ),
    Text("Controleer of letters met een accent goed zijn.", "Check that letters with accents are right."),
)
NO_HEADER = Notice(
    "DL-CSV-KOP",
    Severity.STOPS_FILE,
    Text(
        "Er is geen regel met kolomnamen gevonden die bij een levering hoort.",
        "No line with column names of a delivery was found.",
    ),
    Text(
        "Zet de kolomnamen op de eerste regel. Het meest lijkt dit op '{table}', met de kolommen {columns}.",
        "Put the column names on the first line. It resembles '{table}' most, with the columns {columns}.",
    ),
)
MISSING = Notice(
    "DL-CSV-KOLOM-ONTBREEKT",
    Severity.STOPS_FILE,
    Text(
        "De verplichte kolom '{name}' ontbreekt. Er is niets uit het bestand gebruikt.",
        "The required column '{name}' is missing. Nothing of the file was used.",
    ),
    Text(
        "Voeg de kolom toe of verbeter de naam{near}.",
        "Add the column or correct its name{near}.",
    ),
)
ABSENT = Notice(
    "DL-CSV-KOLOM-LEEG",
    Severity.QUESTION,
    Text(
        "De kolom '{name}' is niet geleverd; hij telt als leeg.",
        "The column '{name}' was not delivered; it counts as empty.",
    ),
    Text(
        "Lever de kolom als u die hebt, of verbeter de naam{near}.",
        "Deliver the column if you have it, or correct its name{near}.",
    ),
)
UNKNOWN = Notice(
    "DL-CSV-KOLOM-ONBEKEND",
    Severity.QUESTION,
    Text(
        "De kolom '{name}' hoort niet bij '{table}' en is niet gelezen.",
        "The column '{name}' does not belong to '{table}' and was not read.",
    ),
    Text(
        "Laat de kolom weg of verbeter de naam{near}.",
        "Leave the column out or correct its name{near}.",
    ),
)
DROPPED = Notice(
    "DL-CSV-KOLOM-VERVALLEN",
    Severity.INFORMATION,
    Text(
        "De kolom '{name}' hoort sinds {day} niet meer bij '{table}' en is niet gelezen.",
        "The column '{name}' no longer belongs to '{table}' since {day} and was not read.",
    ),
    Text("U hoeft niets te doen.", "There is nothing you need to do."),
)
TWICE = Notice(
    "DL-CSV-KOLOM-DUBBEL",
    Severity.STOPS_FILE,
    Text(
        "De kolom '{name}' staat er twee keer in. Er is niets uit het bestand gebruikt.",
        "The column '{name}' occurs twice. Nothing of the file was used.",
    ),
    Text("Laat één van de twee weg.", "Leave one of the two out."),
)
NO_ROWS = Notice(
    "DL-CSV-GEENREGELS",
    Severity.QUESTION,
    Text("Onder de kolomnamen staan geen regels.", "There are no rows below the column names."),
    Text("Klopt dat? Lever het bestand anders opnieuw.", "Is that right? If not, deliver the file again."),
)
RAGGED = Notice(
    "DL-CSV-AANTAL",
    Severity.STOPS_ROW,
    Text(
        "Deze regel heeft {found} waarden in plaats van {expected}.",
        "This row has {found} values instead of {expected}.",
    ),
    Text(
        "Zet tekst waarin het scheidingsteken voorkomt tussen aanhalingstekens.",
        "Put text that holds the separator between quotation marks.",
    ),
)
OPEN_QUOTE = Notice(
    "DL-CSV-AANHALING",
    Severity.STOPS_ROW,
    Text(
        "Op deze regel staat een aanhalingsteken dat niet goed wordt afgesloten.",
        "This row holds a quotation mark that is not closed properly.",
    ),
    Text(
        "Haal het aanhalingsteken weg of schrijf het twee keer.",
        "Remove the quotation mark or write it twice.",
    ),
)
BSN_ZERO = Notice(
    "DL-CSV-BSN-HERSTELD",
    Severity.INFORMATION,
    Text(
        "Het BSN was door een rekenblad veranderd en is zeker te herstellen; de regel is gebruikt.",
        "A spreadsheet had changed the BSN; it could be restored with certainty and the row was used.",
    ),
    _AS_TEXT,
)
BSN_MANGLED = Notice(
    "DL-CSV-BSN-EXCEL",
    Severity.QUESTION,
    Text(
        "Het BSN lijkt door een rekenblad veranderd en is niet zeker te herstellen.",
        "A spreadsheet seems to have changed the BSN; it cannot be restored with certainty.",
    ),
    _AS_TEXT,
)
ZERO_LOST = Notice(
    "DL-CSV-NUL-HERSTELD",
    Severity.INFORMATION,
    Text(
        "In de kolom '{name}' misten waarden de nul vooraan; die is aangevuld (aantal: {count}).",
        "In the column '{name}' values lacked their leading zero; it was put back (number: {count}).",
    ),
    _AS_TEXT,
)
