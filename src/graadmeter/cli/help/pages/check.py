"""The help of `graadmeter check`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "check",
    "BESTAND [opties]",
    Text(
        "Controleert een aanlevering zonder haar te verwerken.",
        "Checks a delivery without processing it.",
    ),
    Text(
        "Leest een bericht (XML), een zip met berichten, een CSV of een map, en zegt per bevinding wat er mis "
        "is, waar, en wat u kunt doen. Werkt zonder werkmap, sleutel of verbinding. Er wordt niets bewaard, "
        "behalve wat u vraagt.\n\n"
        "Uitgangscode: 0 geaccepteerd, 3 met bevindingen, 4 geweigerd.",
        "Reads a message (XML), a zip of messages, a CSV or a folder, and says for each finding what is "
        "wrong, where, and what you can do. Works without a workspace, key or connection. Nothing is kept, "
        "except what you ask for.\n\n"
        "Exit code: 0 accepted, 3 with findings, 4 refused.",
    ),
    arguments=(
        Entry(
            "BESTAND",
            Text(
                "Het bestand of de map.",
                "The file or folder.",
            ),
        ),
    ),
    options=(
        Entry(
            "--previous MAP",
            Text(
                "Vergelijk met de vorige levering: regels, personen, begonnen, beëindigd, en wat meer verschilt "
                "dan toeval.",
                "Compare with the previous delivery: rows, persons, begun, ended, and what differs by more than "
                "chance.",
            ),
        ),
        Entry(
            "--explanation TEKST",
            Text(
                "Uw toelichting, of een bestand daarmee. Zij gaat mee als toelichting.txt en staat in het rapport.",
                "Your explanation, or a file that holds it. It travels along as toelichting.txt and is in the report.",
            ),
        ),
        Entry(
            "--standards MAP",
            Text(
                "Toets berichten aan de officiële schema's (XSD) van iStandaarden in deze map. Zonder deze optie "
                "geldt de map in graadmeter.toml, als die er staat.",
                "Hold messages against the official schemas (XSD) of iStandaarden in this folder. Without this option "
                "the folder in graadmeter.toml counts, when there is one.",
            ),
        ),
        Entry(
            "--html BESTAND",
            Text(
                "Schrijf het rapport als webpagina die niets anders nodig heeft.",
                "Write the report as a web page that needs nothing else.",
            ),
        ),
        Entry(
            "--xlsx BESTAND",
            Text(
                "Schrijf het rapport ook als Excelbestand.",
                "Also write the report as an Excel file.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter check berichten.zip",
            Text(
                "Controleer alle berichten.",
                "Check all messages.",
            ),
        ),
        Entry(
            "graadmeter check voorzieningen.csv --xlsx rapport.xlsx",
            Text(
                "Met een rapport om door te sturen.",
                "With a report to pass on.",
            ),
        ),
        Entry(
            "graadmeter check 0141-2025KW04 --previous 0141-2025KW03 --html rapport.html",
            Text(
                "Wat er verandert ten opzichte van het vorige kwartaal.",
                "What changes compared with the previous quarter.",
            ),
        ),
    ),
)
