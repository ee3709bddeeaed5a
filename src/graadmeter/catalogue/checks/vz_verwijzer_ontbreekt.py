"""Referrer is not known."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ08",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("verwijzer",),
    title=Text("Verwijzer is niet bekend", "Referrer is not known"),
    message=Text(
        "De verwijzer is leeg; deze hulp telt bij 'verwijzer onbekend', tenzij een verzoek (315) hem noemt.",
        "The referrer is empty; this care counts as 'referrer unknown' unless a request (315) names one.",
    ),
    remedy=Text("Lever de verwijzer aan als die bekend is.", "Deliver the referrer when it is known."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.2",
    wrong="r.wet = 'jeugdwet' AND r.leveringsvorm = 'ZIN' AND r.verwijzer IS NULL",
    fine=(
        Example(
            ({"wet": "jeugdwet", "leveringsvorm": "ZIN", "verwijzer": "02"}, {"wet": "wmo", "leveringsvorm": "ZIN"})
        ),
    ),
    faulty=(Example(({"wet": "jeugdwet", "leveringsvorm": "ZIN"},)),),
)
