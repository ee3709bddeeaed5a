"""The help of `graadmeter synth`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "synth",
    "MAP [opties]",
    Text(
        "Schrijft verzonnen aanleveringen.",
        "Writes fictitious deliveries.",
    ),
    Text(
        "Maakt in MAP een regio met verzonnen personen, huishoudens en aanbieders, hun aanleveringen in "
        "'inbox' en de juiste antwoorden in 'truth'. Met --scale schrijft het in plaats daarvan de gegevens "
        "na pseudonimiseren, voor metingen: van een dorp tot heel Nederland.",
        "Makes in MAP a region with fictitious persons, households and providers, their deliveries in 'inbox' "
        "and the right answers in 'truth'. With --scale it writes the data after pseudonymisation instead, "
        "for benchmarks: from a village to the whole country.",
    ),
    arguments=(
        Entry(
            "MAP",
            Text(
                "De map van de nieuwe regio.",
                "The folder of the new region.",
            ),
        ),
    ),
    options=(
        Entry(
            "--seed GETAL",
            Text(
                "Hetzelfde getal geeft dezelfde regio. Standaard 2025.",
                "The same number gives the same region. By default 2025.",
            ),
        ),
        Entry(
            "--fraction GETAL",
            Text(
                "Deel van de inwoners. Standaard 1.",
                "Share of the inhabitants. By default 1.",
            ),
        ),
        Entry(
            "--municipality CODE",
            Text(
                "Alleen deze gemeente (GM0141); mag vaker. Standaard alle 14.",
                "Only this municipality (GM0141); may be repeated. By default all 14.",
            ),
        ),
        Entry(
            "--first KWARTAAL",
            Text(
                "Eerste kwartaal. Standaard 2019KW01.",
                "First quarter. By default 2019KW01.",
            ),
        ),
        Entry(
            "--last KWARTAAL",
            Text(
                "Laatste kwartaal. Standaard 2025KW04.",
                "Last quarter. By default 2025KW04.",
            ),
        ),
        Entry(
            "--no-defects",
            Text(
                "Zonder ingebouwde fouten.",
                "Without planted faults.",
            ),
        ),
        Entry(
            "--scale GETAL",
            Text(
                "Schrijf Parquet voor een deel van het land: 1 is alle 342 gemeenten, 0.01 zijn er 4, 3 is alles "
                "driemaal zo groot.",
                "Write Parquet for a part of the country: 1 is all 342 municipalities, 0.01 is 4 of them, 3 is all of "
                "it three times as large.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter synth proef --fraction 0.02",
            Text(
                "Een kleine proefregio.",
                "A small trial region.",
            ),
        ),
        Entry(
            "graadmeter synth nederland --scale 1",
            Text(
                "Het hele land, voor metingen.",
                "The whole country, for benchmarks.",
            ),
        ),
    ),
)
