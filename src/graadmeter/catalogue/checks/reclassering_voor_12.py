"""Youth probation before the age of 12."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-JR12",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("begindatum", "geboortedatum"),
    title=Text("Jeugdreclassering voor het 12e jaar", "Youth probation before the age of 12"),
    message=Text(
        "Jeugdreclassering begint op {begindatum}, terwijl deze jeugdige dan nog geen 12 is.",
        "Youth probation begins on {begindatum}, when this youth is not yet 12.",
    ),
    remedy=Text("Controleer de maatregel en de geboortedatum.", "Check the measure and the date of birth."),
    source=("Wetboek van Strafrecht art. 77a (vanaf 12 jaar); CBS protocol Beleidsinformatie Jeugd v7, deel 1"),
    wrong=(
        "product.soort = 'reclassering' AND EXTRACT(YEAR FROM r.begindatum) - EXTRACT(YEAR FROM r.geboortedatum) < 12"
    ),
    fine=(
        Example(
            ({"wet": "jeugdwet", "productcode": "47A01", "begindatum": "2025-01-01", "geboortedatum": "2011-01-01"},)
        ),
    ),
    faulty=(
        Example(
            ({"wet": "jeugdwet", "productcode": "47A01", "begindatum": "2025-01-01", "geboortedatum": "2015-01-01"},)
        ),
    ),
)
