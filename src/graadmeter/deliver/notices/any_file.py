"""Notices that can be given about any received file."""

from graadmeter.deliver.notice import Notice
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

EMPTY = Notice(
    "DL-LEEG",
    Severity.STOPS_FILE,
    Text("Het bestand is leeg.", "The file is empty."),
    Text("Maak het bestand opnieuw aan en lever het opnieuw.", "Make the file again and deliver it again."),
)
UNKNOWN_KIND = Notice(
    "DL-SOORT",
    Severity.STOPS_FILE,
    Text(
        "Dit soort bestand kan Graadmeter niet lezen.",
        "Graadmeter cannot read this kind of file.",
    ),
    Text(
        "Lever berichten aan als XML (los of in een zip) en tabellen als CSV of XLSX.",
        "Deliver messages as XML (single or in a zip) and tables as CSV or XLSX.",
    ),
)
SPREADSHEET = Notice(
    "DL-EXCEL",
    Severity.STOPS_FILE,
    Text(
        "Dit rekenblad is van een soort die Graadmeter niet leest (xls, xlsb of ods), of het heeft een wachtwoord.",
        "This spreadsheet is of a kind that Graadmeter does not read (xls, xlsb or ods), or it has a password.",
    ),
    Text(
        "Open het, kies Opslaan als, kies Excel-werkmap (.xlsx) of CSV UTF-8, zonder wachtwoord, en lever dat bestand.",
        "Open it, choose Save as, choose Excel workbook (.xlsx) or CSV UTF-8, without a password, and deliver that.",
    ),
)
TOO_LARGE = Notice(
    "DL-GROOT",
    Severity.STOPS_FILE,
    Text(
        "Het bestand is {megabytes} MB groot; het mag hoogstens {limit} MB zijn.",
        "The file is {megabytes} MB; it may be {limit} MB at most.",
    ),
    Text(
        "Verdeel het over meer bestanden, of vraag de beheerder de grens te verhogen.",
        "Split it into more files, or ask the administrator to raise the limit.",
    ),
)
TOTAL_TOO_LARGE = Notice(
    "DL-TOTAAL",
    Severity.STOPS_FILE,
    Text(
        "Met dit bestand erbij is de levering uitgepakt groter dan {limit} MB. Het is niet gelezen.",
        "With this file the delivery unpacks to more than {limit} MB. It was not read.",
    ),
    Text(
        "Controleer of de levering alleen dit kwartaal bevat.",
        "Check that the delivery holds this quarter only.",
    ),
)
UNREADABLE = Notice(
    "DL-LEZEN",
    Severity.STOPS_FILE,
    Text("Het bestand kan niet van de schijf worden gelezen.", "The file cannot be read from disk."),
    Text(
        "Controleer of het bestand bestaat en of u het mag openen.",
        "Check that the file exists and that you may open it.",
    ),
)
CHANGED = Notice(
    "DL-VERANDERD",
    Severity.STOPS_FILE,
    Text(
        "Het bestand is na ontvangst veranderd: de controlegetallen (SHA-256) verschillen.",
        "The file was changed after it was received: the hashes (SHA-256) differ.",
    ),
    Text("Lever het bestand opnieuw.", "Deliver the file again."),
)
SYSTEM_FILES = Notice(
    "DL-SYSTEEM",
    Severity.INFORMATION,
    Text(
        "Bestanden van het besturingssysteem zijn overgeslagen (aantal: {count}).",
        "Files of the operating system were skipped (number: {count}).",
    ),
    Text("U hoeft niets te doen.", "There is nothing you need to do."),
)
MORE = Notice(
    "DL-MEER",
    Severity.INFORMATION,
    Text(
        "Melding {code} geldt nog {count} keer voor dit bestand; die keren zijn wel geteld, maar niet uitgeschreven.",
        "Finding {code} holds {count} more times for this file; those were counted but not written out.",
    ),
    Text("Herstel eerst de gemelde regels en lever opnieuw.", "Repair the reported rows first and deliver again."),
)
