"""Postcode is no Dutch postcode."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CS089",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("postcode",),
    title=Text("Postcode is geen Nederlandse postcode", "Postcode is no Dutch postcode"),
    message=Text(
        ("De postcode heeft niet de vorm 1234AB. Is het adres in Nederland, dan is de wijk nu niet te bepalen."),
        ("The postcode has not the form 1234AB. If the address is Dutch, its wijk cannot be told now."),
    ),
    remedy=Text(
        "Controleer de postcode van het BRP-adres; een buitenlands adres mag zo blijven.",
        "Check the postcode of the BRP address; a foreign address may stay as it is.",
    ),
    source="iStandaarden CS089",
    wrong=(
        "NOT (SUBSTR(r.postcode, 1, 1) BETWEEN '1' AND '9' AND SUBSTR(r.postcode, 2, 1) BETWEEN "
        "'0' AND '9' AND SUBSTR(r.postcode, 3, 1) BETWEEN '0' AND '9' AND SUBSTR(r.postcode, 4, "
        "1) BETWEEN '0' AND '9' AND SUBSTR(r.postcode, 5, 1) BETWEEN 'A' AND 'Z' AND "
        "SUBSTR(r.postcode, 6, 1) BETWEEN 'A' AND 'Z' AND SUBSTR(r.postcode, 7, 1) = '')"
    ),
    fine=(Example(({"postcode": "7607AB"}, {"postcode": ""})),),
    faulty=(
        Example(({"postcode": "48529"},)),
        Example(({"postcode": "7607 AB"},)),
    ),
)
