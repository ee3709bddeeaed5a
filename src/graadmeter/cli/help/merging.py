"""The options that every command has that proposes what to merge."""

from graadmeter.cli.help.page import Entry
from graadmeter.domain.text import Text

PROPOSED = (
    Entry(
        "--indicator ID",
        Text(
            "Waarin mensen worden verwacht; standaard jeugdhulp.",
            "What people are expected in; jeugdhulp by default.",
        ),
    ),
    Entry(
        "--expected N",
        Text(
            "Het aantal mensen dat een groep minstens mag verwachten; standaard 20.",
            "The number of people that each group must at least expect; 20 by default.",
        ),
    ),
)
"""In what people are expected, and how many make a group large enough."""
