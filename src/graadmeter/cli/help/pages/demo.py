"""The help of `graadmeter demo`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "demo",
    "[--fraction GETAL] [--first KWARTAAL] [--seed GETAL]",
    Text(
        "Bouwt een verzonnen regio van begin tot eind.",
        "Builds a fictitious region from begin to end.",
    ),
    Text(
        "Maakt 14 gemeenten met verzonnen inwoners, schrijft hun aanleveringen, en volgt de hele weg: "
        "controleren, pseudonimiseren, tellen, beschermen, publiceren, site bouwen. Nog eens draaien kan "
        "altijd: wat af is, wordt overgeslagen.",
        "Makes 14 municipalities with fictitious inhabitants, writes their deliveries, and takes the whole "
        "road: check, pseudonymise, count, protect, publish, build the site. It is always safe to run again: "
        "what is done is skipped.",
    ),
    options=(
        Entry(
            "--fraction GETAL",
            Text(
                "Deel van de inwoners, tussen 0 en 1. Standaard 1: iedereen.",
                "Share of the inhabitants, between 0 and 1. By default 1: everyone.",
            ),
        ),
        Entry(
            "--first KWARTAAL",
            Text(
                "Eerste kwartaal. Standaard 2019KW01; het laatste is 2025KW04.",
                "First quarter. By default 2019KW01; the last is 2025KW04.",
            ),
        ),
        Entry(
            "--seed GETAL",
            Text(
                "Hetzelfde getal geeft dezelfde regio. Standaard 2025.",
                "The same number gives the same region. By default 2025.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter demo",
            Text(
                "De hele demoregio, in de map 'demo'.",
                "The whole demo region, in folder 'demo'.",
            ),
        ),
        Entry(
            "graadmeter demo --fraction 0.1 --first 2025KW01 --workspace klein",
            Text(
                "Een kleine regio met één jaar.",
                "A small region with one year.",
            ),
        ),
    ),
)
