"""Notices about spreadsheets (XLSX) and about text in fixed positions."""

from graadmeter.deliver.notice import Notice
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

_PLAIN = Text(
    "Kopieer de gegevens als waarden (Plakken speciaal, Waarden) en lever opnieuw.",
    "Copy the data as values (Paste special, Values) and deliver again.",
)
_AGAIN = Text(
    "Open het bestand in Excel, sla het opnieuw op als .xlsx en lever dat.",
    "Open the file in Excel, save it again as .xlsx and deliver that.",
)
BROKEN = Notice(
    "DL-XLSX-KAPOT",
    Severity.STOPS_FILE,
    Text(
        "Het Excelbestand is beschadigd of anders opgebouwd dan .xlsx voorschrijft. Er is niets uit gelezen.",
        "The Excel file is damaged or not built as .xlsx prescribes. Nothing of it was read.",
    ),
    _AGAIN,
)
HARMFUL = Notice(
    "DL-XLSX-DTD",
    Severity.STOPS_FILE,
    Text(
        "Het Excelbestand bevat een DOCTYPE. Die hoort er niet in en kan schade doen; het is niet gelezen.",
        "The Excel file holds a DOCTYPE. It does not belong there and can do harm; the file was not read.",
    ),
    _AGAIN,
)
TOO_WIDE = Notice(
    "DL-XLSX-BREED",
    Severity.STOPS_FILE,
    Text(
        "Er staan waarden voorbij kolom {columns} of voorbij regel {rows}. Zo groot is geen levering.",
        "There are values beyond column {columns} or beyond row {rows}. No delivery is that large.",
    ),
    Text("Haal weg wat niet bij de tabel hoort en lever opnieuw.", "Remove what is not the table and deliver again."),
)
NO_TABLE = Notice(
    "DL-XLSX-KOP",
    Severity.STOPS_FILE,
    Text(
        "Op geen zichtbaar werkblad is een regel met kolomnamen van een levering gevonden.",
        "On no visible sheet a line with column names of a delivery was found.",
    ),
    Text(
        "Zet de kolomnamen op de eerste regel van een zichtbaar werkblad. Een leeg voorbeeld maakt u met: "
        "graadmeter template {table} --xlsx.",
        "Put the column names on the first line of a visible sheet. An empty example is made with: "
        "graadmeter template {table} --xlsx.",
    ),
)
SHEETS = Notice(
    "DL-XLSX-BLADEN",
    Severity.INFORMATION,
    Text("Gelezen werkblad: {read}. Niet gelezen: {passed}.", "Sheet read: {read}. Not read: {passed}."),
    Text(
        "Klopt dat niet? Zet alleen de levering in het bestand.",
        "Is that wrong? Put nothing but the delivery in the file.",
    ),
)
HIDDEN_SHEET = Notice(
    "DL-XLSX-VERBORGEN",
    Severity.QUESTION,
    Text(
        "Het verborgen werkblad '{name}' lijkt ook een levering te bevatten; het is niet gelezen.",
        "The hidden sheet '{name}' seems to hold a delivery as well; it was not read.",
    ),
    Text("Maak het zichtbaar of haal het weg.", "Make it visible or remove it."),
)
HIDDEN_ROWS = Notice(
    "DL-XLSX-VERBORGEN-REGELS",
    Severity.INFORMATION,
    Text(
        "Er zijn verborgen regels (aantal: {count}); die zijn ook gelezen.",
        "There are hidden rows (number: {count}); they were read as well.",
    ),
    Text("Haal ze weg als ze er niet bij horen.", "Remove them when they do not belong."),
)
FORMULA = Notice(
    "DL-XLSX-FORMULE",
    Severity.INFORMATION,
    Text(
        "Er staan formules in de tabel (aantal: {count}); de opgeslagen uitkomst is gebruikt.",
        "The table holds formulas (number: {count}); their stored result was used.",
    ),
    _PLAIN,
)
NO_RESULT = Notice(
    "DL-XLSX-FORMULE-LEEG",
    Severity.STOPS_ROW,
    Text(
        "In de kolom '{name}' staat op deze regel een formule zonder opgeslagen uitkomst.",
        "In the column '{name}' this row has a formula without a stored result.",
    ),
    _PLAIN,
)
ERROR_CELL = Notice(
    "DL-XLSX-FOUTWAARDE",
    Severity.STOPS_ROW,
    Text(
        "In de kolom '{name}' staat op deze regel een foutwaarde, zoals #N/B of #VERW!.",
        "In the column '{name}' this row has an error value, such as #N/A or #REF!.",
    ),
    Text("Herstel de formule of vul de waarde in.", "Mend the formula or fill in the value."),
)
MERGED = Notice(
    "DL-XLSX-SAMENGEVOEGD",
    Severity.STOPS_ROW,
    Text(
        "Op deze regel zijn cellen samengevoegd, zodat niet zeker is bij welke regel een waarde hoort.",
        "Cells are merged on this row, so that it is not certain which row a value belongs to.",
    ),
    Text(
        "Hef het samenvoegen op en vul elke regel volledig in.", "Unmerge the cells and fill in every row completely."
    ),
)
SERIAL_DATES = Notice(
    "DL-XLSX-DATUMGETAL",
    Severity.INFORMATION,
    Text(
        "In de kolom '{name}' stonden datums als dagnummer van Excel; ze zijn omgezet (aantal: {count}).",
        "In the column '{name}' dates were written as Excel day numbers; they were converted (number: {count}).",
    ),
    Text("Controleer of de datums kloppen.", "Check that the dates are right."),
)
LINE_LENGTH = Notice(
    "DL-VAST-LENGTE",
    Severity.STOPS_ROW,
    Text(
        "Deze regel is {found} tekens lang; volgens de kolommenkaart horen het er {expected} te zijn.",
        "This line is {found} characters long; by the column map it should be {expected}.",
    ),
    Text(
        "Vul elke kolom aan tot zijn breedte, of verbeter de posities in de kolommenkaart.",
        "Fill every column to its width, or correct the positions in the column map.",
    ),
)
