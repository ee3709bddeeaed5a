"""Youth care begins after age 23."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-JW23",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("begindatum", "geboortedatum", "wet"),
    title=Text("Jeugdhulp begint na het 23e jaar", "Youth care begins after age 23"),
    message=Text(
        "Deze hulp valt onder de Jeugdwet, maar begint op {begindatum}, als de cliënt ouder is dan 23.",
        "This care falls under the Youth Act but begins on {begindatum}, when the client is over 23.",
    ),
    remedy=Text(
        "Controleer de wet en de geboortedatum: na het 18e jaar is het meestal Wmo.",
        "Check the law and the date of birth: after 18 it usually is the Social Support Act.",
    ),
    source="Jeugdwet art. 1.1 (jeugdige)",
    wrong="""
    r.wet = 'jeugdwet' AND EXTRACT(YEAR FROM r.begindatum) - EXTRACT(YEAR FROM r.geboortedatum) > 23
    AND r.geboortedatum <> CAST('1900-01-01' AS DATE)
    """,
    also={
        "start": """
    r.domein = 'jw' AND EXTRACT(YEAR FROM r.begindatum) - EXTRACT(YEAR FROM r.geboortedatum) > 23
    AND r.geboortedatum <> CAST('1900-01-01' AS DATE)
    """
    },
    fine=(
        Example(
            (
                {"wet": "jeugdwet", "begindatum": "2025-01-01", "geboortedatum": "2003-01-01"},
                {"wet": "wmo", "begindatum": "2025-01-01", "geboortedatum": "1953-01-01"},
            )
        ),
        Example(({"domein": "jw", "begindatum": "2025-01-01", "geboortedatum": "2012-01-01"},), table="start"),
    ),
    faulty=(
        Example(({"wet": "jeugdwet", "begindatum": "2025-01-01", "geboortedatum": "1953-01-01"},)),
        Example(({"domein": "jw", "begindatum": "2025-01-01", "geboortedatum": "1985-01-01"},), table="start"),
    ),
)
