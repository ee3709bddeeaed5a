"""Postcode is often missing."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ31",
    table="bij_jeugdhulp",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.INFORMATION,
    fields=("woonplaats",),
    title=Text("Postcode ontbreekt vaak", "Postcode is often missing"),
    message=Text(
        (
            "Bij {detail} procent van de records staat een gemeentecode in plaats van een postcode; "
            "de wijk is dan onbekend."
        ),
        (
            "For {detail} percent of the records a municipality code stands instead of a postcode; "
            "the wijk is unknown then."
        ),
    ),
    remedy=Text(
        "Lever de postcode met 6 posities als zij bekend is.", "Deliver the postcode of 6 positions when it is known."
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 2.5 (zo veel mogelijk 6 posities)",
    wrong="SUBSTR(r.woonplaats, 5, 1) = ''",
    also={"bij_jeugdbescherming": "", "bij_jeugdreclassering": ""},
    share=0.1,
    least=5,
    valid_from=date(2021, 7, 1),
    fine=(
        Example(({"woonplaats": "7607AB"},) * 20),
        Example(({"woonplaats": "7607AB"},) * 20, table="bij_jeugdbescherming"),
        Example(({"woonplaats": "7607AB"},) * 20, table="bij_jeugdreclassering"),
    ),
    faulty=(
        Example(({"woonplaats": "0141"},) * 20),
        Example(({"woonplaats": "0141"},) * 20, table="bij_jeugdbescherming"),
        Example(({"woonplaats": "0141"},) * 20, table="bij_jeugdreclassering"),
    ),
)
