"""Benefit begins long before the age of 18."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-PW18",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("begindatum", "geboortedatum"),
    title=Text("Uitkering begint ver voor het 18e jaar", "Benefit begins long before the age of 18"),
    message=Text(
        ("De voorziening van de Participatiewet begint op {begindatum}, ruim voordat deze persoon 18 werd."),
        ("The provision under the Participation Act begins on {begindatum}, long before this person turned 18."),
    ),
    remedy=Text("Controleer de begindatum en de geboortedatum.", "Check the start date and the date of birth."),
    source="Participatiewet art. 11 en 13 (vanaf 18 jaar)",
    wrong=("r.wet = 'participatiewet' AND EXTRACT(YEAR FROM r.begindatum) - EXTRACT(YEAR FROM r.geboortedatum) < 17"),
    fine=(Example(({"wet": "participatiewet", "begindatum": "2025-01-01", "geboortedatum": "2006-01-01"},)),),
    faulty=(Example(({"wet": "participatiewet", "begindatum": "2025-01-01", "geboortedatum": "2012-01-01"},)),),
)
