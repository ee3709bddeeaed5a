"""Notices about what a deliverer handed in without an agreement on it."""

from graadmeter.deliver.notice import Notice
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

NOT_AGREED = Notice(
    "DL-AFSPRAAK",
    Severity.STOPS_FILE,
    Text(
        "Over '{table}' is met deze aanleveraar geen afspraak; de regels daarvan zijn niet gebruikt (aantal: {count}).",
        "There is no agreement with this deliverer on '{table}'; its rows were not used (number: {count}).",
    ),
    Text(
        "Lever deze tabel niet aan, of leg haar met de regio vast in de afspraken.",
        "Do not deliver this table, or settle it with the region in the agreements.",
    ),
)
