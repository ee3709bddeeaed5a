"""The help of `graadmeter serve`."""

from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.text import Text

PAGE = Page(
    "serve",
    "[--port GETAL]",
    Text(
        "Laat de site zien op deze computer.",
        "Shows the site on this computer.",
    ),
    Text(
        "Alleen bereikbaar vanaf deze computer. Stop met Ctrl-C.",
        "Reachable from this computer only. Stop with Ctrl-C.",
    ),
    options=(
        Entry(
            "--port GETAL",
            Text(
                "Standaard 8000.",
                "By default 8000.",
            ),
        ),
    ),
    examples=(
        Entry(
            "graadmeter serve",
            Text(
                "Kijk daarna op http://127.0.0.1:8000/",
                "Then look at http://127.0.0.1:8000/",
            ),
        ),
    ),
)
