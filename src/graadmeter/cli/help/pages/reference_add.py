"""The help of `graadmeter reference add`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "reference add",
    "[BESTAND...] [--statline URL] [--vintage JAAR]",
    Text(
        "Voegt cijfers van anderen toe om mee te vergelijken: StatLine, kerncijfers, uitgaven, grenzen.",
        "Adds figures of others to compare with: StatLine, key figures, spend, borders.",
    ),
    Text(
        "Herkent elk bestand aan zijn inhoud, controleert het, bewaart het ongewijzigd in 'reference' met bron, "
        "hash en jaargang, en schrijft er nette tabellen (Parquet) naast. Hetzelfde bestand nog eens toevoegen "
        "verandert niets.\n\n"
        "Een map met antwoorden van StatLine is één tabel; van een andere map wordt alles toegevoegd.",
        "Recognises each file by what it holds, checks it, keeps it unchanged in 'reference' with source, hash and "
        "vintage, and writes tidy tables (Parquet) beside it. Adding the same file again changes nothing.\n\n"
        "A folder with answers of StatLine is one table; of any other folder everything is added.",
    ),
    arguments=(
        Entry(
            "BESTAND...",
            Text(
                "Bestanden of mappen.",
                "Files or folders.",
            ),
        ),
    ),
    options=(
        Entry(
            "--statline URL",
            Text(
                "Het adres van één StatLine-tabel (v3 of v4); haalt alle bladzijden op.",
                "The address of one StatLine table (v3 or v4); fetches all its pages.",
            ),
        ),
        Entry(
            "--vintage JAAR",
            Text(
                "Het jaar van de grenzen, als de naam van het bestand dat niet zegt.",
                "The year of the borders, when the name of the file does not tell it.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter reference add gemeenten_2026.geojson",
            Text(
                "Grenzen van gemeenten.",
                "Borders of municipalities.",
            ),
        ),
        Entry(
            "graadmeter reference add --statline https://opendata.cbs.nl/ODataFeed/odata/85318NED",
            Text(
                "Een tabel van het CBS.",
                "A table of Statistics Netherlands.",
            ),
        ),
    ),
)
