"""Care in kind without an assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ03",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "leveringsvorm", "lokaal_team"),
    title=Text("Zorg in natura zonder toewijzing", "Care in kind without an assignment"),
    message=Text(
        ("Zorg in natura die niet door het lokale team wordt geleverd, heeft een toewijzing; het nummer ontbreekt."),
        "Care in kind that is not delivered by the local team has an assignment; its number is missing.",
    ),
    remedy=Text(
        "Vul het toewijzingnummer in. Zonder nummer kan dezelfde hulp dubbel tellen.",
        "Fill in the assignment number. Without it the same care may count twice.",
    ),
    source="iStandaarden OP086; indeling regionaal uittreksel",
    wrong=(
        "r.wet IN ('jeugdwet', 'wmo') AND r.leveringsvorm = 'ZIN' AND r.lokaal_team = 'N' AND "
        "r.toewijzingnummer IS NULL"
    ),
    fine=(
        Example(
            (
                {"wet": "jeugdwet", "leveringsvorm": "ZIN", "lokaal_team": "N", "toewijzingnummer": "5"},
                {"wet": "jeugdwet", "leveringsvorm": "ZIN", "lokaal_team": "J"},
                {"wet": "participatiewet", "leveringsvorm": "ZIN", "lokaal_team": "N"},
            )
        ),
    ),
    faulty=(Example(({"wet": "wmo", "leveringsvorm": "ZIN", "lokaal_team": "N"},)),),
)
