"""The help of `graadmeter receive`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "receive",
    "[MAP ...]",
    Text(
        "Neemt aanleveringen in ontvangst.",
        "Takes deliveries in.",
    ),
    Text(
        "Bewaart de bestanden onaangeroerd in 'deliveries', met een manifest: wie, welk kwartaal, welke "
        "bytes, wanneer. Zonder argumenten: elke map in 'inbox'. Wat al ontvangen is, wordt overgeslagen. Een "
        "nieuwe aanlevering over hetzelfde kwartaal komt in de plaats van de vorige.",
        "Keeps the files untouched in 'deliveries', with a manifest: who, which quarter, which bytes, when. "
        "Without arguments: every folder in 'inbox'. What was received before is skipped. A new delivery "
        "about the same quarter takes the place of the one before.",
    ),
    arguments=(
        Entry(
            "MAP",
            Text(
                "Map of bestand van een aanlevering; de naam is gemeente-kwartaal, zoals 0141-2025KW04.",
                "Folder or file of a delivery; its name is municipality-quarter, such as 0141-2025KW04.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter receive",
            Text(
                "Alles wat in 'inbox' staat.",
                "Everything in 'inbox'.",
            ),
        ),
        Entry(
            "graadmeter receive ~/0141-2025KW04",
            Text(
                "Eén aanlevering.",
                "One delivery.",
            ),
        ),
    ),
)
