"""The help of `graadmeter status`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "status",
    "[--quarters GETAL]",
    Text(
        "Laat zien wie wat aanleverde en wat de volgende stap is.",
        "Shows who delivered what, and the next step.",
    ),
    Text(
        "Een tabel van gemeenten en kwartalen met het oordeel per aanlevering, wat opvalt (minder of "
        "meer dan verwacht, niet te plaatsen), de uitgaven, en wat er nog te doen is.",
        "A table of municipalities and quarters with the verdict on each delivery, what stands out (fewer or "
        "more than expected, not to be placed), the releases, and what is left to do.",
    ),
    options=(
        Entry(
            "--quarters GETAL",
            Text(
                "Zoveel recente kwartalen. Standaard 6.",
                "That many recent quarters. By default 6.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter status",
            Text(
                "De stand van zaken.",
                "How things stand.",
            ),
        ),
    ),
)
