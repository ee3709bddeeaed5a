"""What the readers of reference data can say: one `Notice` (`RF-...`) per kind of trouble; codes of areas are shown."""

from graadmeter.deliver.notice import Notice
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

_FETCH_AGAIN = Text("Haal het bestand opnieuw op bij de bron.", "Fetch the file from its source again.")
_NOTHING = Text("U hoeft niets te doen.", "There is nothing you need to do.")
_SOURCE = Text("Kijk de waarden na bij de bron.", "Check the values at the source.")


def _stop(code: str, nl: str, en: str, remedy: Text = _FETCH_AGAIN) -> Notice:
    return Notice(code, Severity.STOPS_FILE, Text(nl, en), remedy)


def _ask(code: str, nl: str, en: str, remedy: Text = _SOURCE) -> Notice:
    return Notice(code, Severity.QUESTION, Text(nl, en), remedy)


def _tell(code: str, nl: str, en: str, remedy: Text = _NOTHING) -> Notice:
    return Notice(code, Severity.INFORMATION, Text(nl, en), remedy)


UNRECOGNISED = _stop(
    "RF-SOORT",
    "Dit is geen referentiebestand dat Graadmeter kent.",
    "This is no reference file that Graadmeter knows.",
    Text("Kijk in docs/reference-data.md welke bestanden dat zijn.", "See docs/reference-data.md for those it knows."),
)
NO_VINTAGE = _stop(
    "RF-JAAR",
    "Het is niet duidelijk van welk jaar dit bestand is.",
    "It is not clear of which year this file is.",
    Text("Geef het jaar op met --vintage.", "Give the year with --vintage."),
)
NO_MUNICIPALITIES = _stop(
    "RF-GEMEENTEN",
    "Voor dit bestand is een lijst van gemeenten van {vintage} nodig; die is er nog niet.",
    "This file needs a list of municipalities of {vintage}; there is none yet.",
    Text("Voeg eerst zo'n lijst toe.", "Add such a list first."),
)
NO_TABLE = _stop("RF-CSV", "Dit is geen CSV-tabel met een kopregel.", "This is no CSV table with a header line.")
UNEVEN = _stop(
    "RF-AANTAL",
    "Rij {row} onder de kop heeft {found} waarden in plaats van {expected}; er is niets uit gebruikt.",
    "Row {row} below the header has {found} values instead of {expected}; nothing of it was used.",
)
BAD_VALUE = _stop(
    "RF-WAARDE",
    "In de kolom '{name}' passen waarden niet (aantal: {count}; de eerste in rij {row}); er is niets uit gebruikt.",
    "In the column '{name}' values do not fit (number: {count}; the first in row {row}); nothing of it was used.",
)
REPEATED = _stop(
    "RF-DUBBEL",
    "Dezelfde sleutel komt meer dan eens voor (aantal: {count}); er is niets uit gebruikt.",
    "The same key occurs more than once (number: {count}); nothing of it was used.",
)
NO_JSON = _stop("RF-JSON", "Dit is geen leesbare JSON in UTF-8.", "This is no readable JSON in UTF-8.")
SHAPE = _stop(
    "RF-VORM",
    "De inhoud heeft niet de verwachte vorm: {what}.",
    "The content does not have the expected shape: {what}.",
)
ABSENT = _stop(
    "RF-ONTBREEKT",
    "Het onderdeel '{part}' van de StatLine-tabel ontbreekt.",
    "The part '{part}' of the StatLine table is missing.",
    Text("Bewaar ook dit onderdeel, met dezelfde naam.", "Save this part too, under the same name."),
)
UNKNOWN_PERIOD = _stop(
    "RF-PERIODE",
    "Er staan periodecodes in die geen CBS-periode zijn (aantal: {count}).",
    "It holds period codes that are no CBS period (number: {count}).",
)
UNKNOWN_SUBJECT = _stop(
    "RF-ONDERWERP",
    "De waarnemingen noemen onderwerpen die niet worden beschreven (aantal: {count}).",
    "The observations name subjects that are not described (number: {count}).",
)
WEB = _stop(
    "RF-WEB",
    "De bron gaf geen bruikbaar antwoord: {reason}.",
    "The source gave no usable answer: {reason}.",
    Text(
        "Controleer het adres en de verbinding, of bewaar de antwoorden als bestanden en lees die map.",
        "Check the address and the connection, or save the answers as files and read that folder.",
    ),
)
NO_OBSERVATIONS = _tell(
    "RF-GEENWAARDEN",
    "De tabel is beschreven, maar bevat geen waarnemingen.",
    "The table is described but holds no observations.",
)
NOT_PUBLISHED = _tell(
    "RF-NOGNIET",
    "'{subject}' is voor {vintage} nog niet gepubliceerd: geen enkel gebied heeft een waarde.",
    "'{subject}' is not published yet for {vintage}: no area has a value.",
    Text("Haal de tabel later opnieuw op.", "Fetch the table again later."),
)
COMMA_LOST = _ask(
    "RF-KOMMA",
    "'{subject}' van {vintage} heeft de decimale komma verloren: {recomputed} waarden zijn uit aantallen herrekend, "
    "{withheld} zijn niet gebruikt.",
    "'{subject}' of {vintage} lost its decimal comma: {recomputed} values were recomputed from counts, "
    "{withheld} were not used.",
)
OUT_OF_RANGE = _ask(
    "RF-BEREIK",
    "'{subject}' van {vintage} heeft waarden buiten {low} tot {high} (aantal: {count}); die zijn niet gebruikt.",
    "'{subject}' of {vintage} has values outside {low} to {high} (number: {count}); those were not used.",
)
UNKNOWN_FIELD = _stop(
    "RF-TAAKVELD",
    "Taakveld '{field}' bestaat niet in {year}.",
    "Task field '{field}' does not exist in {year}.",
    Text(
        "Vul de omzettingstabel van taakvelden aan, met reden en bron.",
        "Complete the crosswalk of task fields, with reason and source.",
    ),
)
REPORT_MISSING = _ask(
    "RF-IV3-ONTBREEKT",
    "Van {count} gemeenten ontbreekt de {report} {year}: {codes}.",
    "The {report} {year} of {count} municipalities is missing: {codes}.",
    Text("Tel deze gemeenten niet als nul.", "Do not count these municipalities as zero."),
)
NEGATIVE = _tell(
    "RF-IV3-NEGATIEF",
    "Er staan negatieve bedragen in (aantal: {count}); dat mag en ze tellen mee.",
    "It holds negative amounts (number: {count}); these are legal and count.",
)
ORPHANS = _ask(
    "RF-OUDER",
    "Gebieden noemen een gemeente die niet in de lijst staat (aantal: {count}).",
    "Areas name a municipality that is not in the list (number: {count}).",
)
UNMATCHED = _ask(
    "RF-WISSEL",
    "Van {count} gebieden van {vintage} is niet bekend waar ze nu liggen; ze zijn niet omgezet: {codes}.",
    "Of {count} areas of {vintage} it is not known where they lie now; they were not converted: {codes}.",
    Text("Geef een omzettingstabel op basis van adressen.", "Give a crosswalk based on addresses."),
)
NO_CROSSWALK = _stop(
    "RF-JAARGANG",
    "Gebieden van {found} mogen niet zonder omzettingstabel naast gebieden van {wanted} worden gezet.",
    "Areas of {found} may not be put beside areas of {wanted} without a crosswalk.",
    Text("Maak of geef eerst een omzettingstabel.", "First make or give a crosswalk."),
)
BAD_GEOMETRY = _ask(
    "RF-GRENZEN",
    "Gebieden zonder bruikbare grenzen zijn weggelaten (aantal: {count}): {codes}.",
    "Areas without usable borders were left out (number: {count}): {codes}.",
)
NO_CODE = _ask(
    "RF-CODE",
    "Vlakken zonder gebiedscode zijn weggelaten (aantal: {count}).",
    "Polygons without area code were left out (number: {count}).",
)
NO_POLYGON = _ask(
    "RF-ZONDERVLAK",
    "Gebieden zonder vlak (aantal: {count}): {codes}.",
    "Areas without a polygon (number: {count}): {codes}.",
)
NO_AREA = _ask(
    "RF-ZONDERGEBIED",
    "Vlakken zonder gebied in de lijst (aantal: {count}): {codes}.",
    "Polygons without an area in the list (number: {count}): {codes}.",
)
WAIT_UNREADABLE = _ask(
    "RF-WACHTTIJD",
    "Wachttijden die geen getal en geen bekende omschrijving zijn, tellen als onbekend (aantal: {count}).",
    "Waiting times that are neither a number nor known words count as unknown (number: {count}).",
)


def notices() -> dict[str, Notice]:
    """Every notice of this module by its code."""
    return {value.code: value for value in globals().values() if isinstance(value, Notice)}


MOST_CODES = 20


def codes_text(codes: list[str]) -> str:
    """The codes, sorted, at most `MOST_CODES` of them."""
    shown = sorted(codes)
    return ", ".join(shown[:MOST_CODES]) + (", ..." if len(shown) > MOST_CODES else "")
