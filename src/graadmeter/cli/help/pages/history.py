"""The help of `graadmeter history`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "history",
    "[AANLEVERAAR] [--quarters GETAL]",
    Text(
        "Laat zien wat iemand aanleverde, welke fouten terugkomen en hoe volledig het is.",
        "Shows what someone delivered, which faults return, and how complete it is.",
    ),
    Text(
        "Zonder aanleveraar: een regel per aanleveraar. Met aanleveraar: elke levering, hoe vaak elke controle in de "
        "laatste kwartalen iets vond, per tabel wat er kwam tegen wat te verwachten was, en wat niet te plaatsen was. "
        "De verwachting volgt uit eerdere kwartalen; 'raak' zegt hoe vaak zij in het verleden klopte.",
        "Without a deliverer: a line per deliverer. With one: every delivery, how often each check found something in "
        "the last quarters, per table what came against what was to be expected, and what could not be placed. The "
        "expectation follows from earlier quarters; 'held' says how often it was right in the past.",
    ),
    arguments=(
        Entry(
            "AANLEVERAAR",
            Text(
                "Code of naam, zoals 0141 of Almelo.",
                "Code or name, such as 0141 or Almelo.",
            ),
        ),
    ),
    options=(
        Entry(
            "--quarters GETAL",
            Text(
                "Zoveel recente kwartalen. Standaard 8.",
                "That many recent quarters. By default 8.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter history Almelo",
            Text(
                "Alles over de leveringen van Almelo.",
                "Everything about the deliveries of Almelo.",
            ),
        ),
    ),
)
