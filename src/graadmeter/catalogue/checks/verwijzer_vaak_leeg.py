"""Referrer is often not known."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ19",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("verwijzer", "wet"),
    title=Text("Verwijzer is vaak niet bekend", "Referrer is often not known"),
    message=Text(
        "Bij {detail} procent van de jeugdhulp in natura is de verwijzer niet bekend.",
        "For {detail} percent of youth care in kind the referrer is not known.",
    ),
    remedy=Text(
        "Lever de verwijzer uit het verzoek om toewijzing of uit de beschikking mee.",
        "Deliver the referrer from the request or the decision.",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.2 (verwijzer is verplicht)",
    wrong="r.wet = 'jeugdwet' AND r.leveringsvorm = 'ZIN' AND r.verwijzer IS NULL",
    share=0.5,
    least=20,
    fine=(Example(({"wet": "jeugdwet", "leveringsvorm": "ZIN", "verwijzer": "02"},) * 30),),
    faulty=(Example(({"wet": "jeugdwet", "leveringsvorm": "ZIN", "verwijzer": ""},) * 30),),
)
