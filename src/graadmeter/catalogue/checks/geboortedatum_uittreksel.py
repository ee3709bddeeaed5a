"""Date of birth differs between message and extract."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-PERS3",
    table="voorziening",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("bsn", "geboortedatum"),
    title=Text(
        "Geboortedatum verschilt tussen bericht en uittreksel", "Date of birth differs between message and extract"
    ),
    message=Text(
        "De geboortedatum van deze persoon is in een toewijzing anders dan in het uittreksel.",
        "The date of birth of this person differs between an assignment and the extract.",
    ),
    remedy=Text("Zoek op welke geboortedatum juist is.", "Look up which date of birth is right."),
    source="eigen regel",
    wrong="r.geboortedatum <> client.geboortedatum AND r.bsn NOT IN ('999999999', '000000000')",
    fine=(
        Example(
            ({"bsn": "009999991", "geboortedatum": "2012-01-01"},),
            other={"toewijzing": ({"bsn": "009999991", "geboortedatum": "2012-01-01"},)},
        ),
    ),
    faulty=(
        Example(
            ({"bsn": "009999991", "geboortedatum": "2012-01-01"},),
            other={"toewijzing": ({"bsn": "009999991", "geboortedatum": "2013-01-01"},)},
        ),
    ),
)
