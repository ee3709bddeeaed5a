"""Notices about the woonplaats of CBS records."""

from graadmeter.deliver.notice import Notice
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

FILLED = Notice(
    "DL-BIJ-GEMEENTE",
    Severity.INFORMATION,
    Text(
        "De gemeente is bij {count} records afgeleid uit de postcode.",
        "For {count} records the municipality was derived from the postcode.",
    ),
    Text(
        "U hoeft niets te doen. Levert u de gemeentecode mee, dan geldt die.",
        "There is nothing you need to do. A municipality code that is delivered goes first.",
    ),
)
