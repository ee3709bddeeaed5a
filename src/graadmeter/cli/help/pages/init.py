"""The help of `graadmeter init`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "init",
    "MAP",
    Text(
        "Maakt een lege werkmap voor een regio.",
        "Makes an empty workspace for a region.",
    ),
    Text(
        "Schrijft graadmeter.toml en lijsten met gebieden, aanbieders en producten als voorbeeld, afspraken "
        "over aanlevering, en sleutels voor pseudoniemen en ontvangstbewijzen. Vul daarna de lijsten in; bestaande "
        "bestanden blijven zoals ze zijn.",
        "Writes graadmeter.toml and example lists of areas, providers and products, agreements on delivery, "
        "and keys for pseudonyms and receipts. Fill in the lists next; existing files are left as they are.",
    ),
    arguments=(
        Entry(
            "MAP",
            Text(
                "De nieuwe map.",
                "The new folder.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter init twente",
            Text(
                "Begin een regio in de map 'twente'.",
                "Start a region in 'twente'.",
            ),
        ),
    ),
)
