"""Date lies after the quarter."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-WT05",
    table="wachttijd",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("startdatum",),
    title=Text("Datum ligt na het kwartaal", "Date lies after the quarter"),
    message=Text(
        (
            "Een van de datums (aanmelding {aanmelddatum}, intake {intakedatum}, start {startdatum}) "
            "ligt na het kwartaal."
        ),
        (
            "One of the dates (registration {aanmelddatum}, intake {intakedatum}, start {startdatum})"
            " lies after the quarter."
        ),
    ),
    remedy=Text(
        "Lever alleen wat gebeurd is; een afspraak is geen intake.",
        "Deliver only what has happened; an appointment is no intake.",
    ),
    source=(
        "eigen regel: wachttijden per cliënt; CBS protocol Beleidsinformatie Jeugd v7, 3.5 (kennismaking is geen start)"
    ),
    wrong=("r.startdatum > :laatste_dag OR r.intakedatum > :laatste_dag OR r.aanmelddatum > :laatste_dag"),
    fine=(Example(({"startdatum": "2025-12-31"},)),),
    faulty=(Example(({"startdatum": "2026-01-01"},)),),
)
