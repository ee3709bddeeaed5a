"""Notices about tables of the Gemeentelijk Gegevensmodel (GGM)."""

from graadmeter.deliver.notice import Notice
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

NOT_NEEDED = Notice(
    "DL-GGM-NIETGEBRUIKT",
    Severity.QUESTION,
    Text(
        "De levering bevat GGM-tabellen en ook een regionaal uittreksel; alleen het uittreksel telt.",
        "The delivery holds GGM tables and a regional extract as well; only the extract counts.",
    ),
    Text("Lever een van de twee.", "Deliver one of the two."),
)
CLAIMS_NOT_NEEDED = Notice(
    "DL-GGM-DECLARATIES",
    Severity.QUESTION,
    Text(
        "De levering bevat declaratieregels uit het GGM en ook een uittreksel met declaraties; alleen het uittreksel "
        "telt.",
        "The delivery holds claim lines of the GGM and a claims extract as well; only the extract counts.",
    ),
    Text("Lever een van de twee.", "Deliver one of the two."),
)
OTHER_QUARTER = Notice(
    "DL-GGM-NIETACTIEF",
    Severity.INFORMATION,
    Text(
        "Beschikte voorzieningen die in het kwartaal niet liepen, tellen niet mee (aantal: {count}).",
        "Granted provisions that did not run in the quarter do not count (number: {count}).",
    ),
    Text("U hoeft niets te doen.", "There is nothing you need to do."),
)
