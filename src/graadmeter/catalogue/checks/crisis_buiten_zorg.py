"""Crisis with a benefit."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ18",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("crisis", "wet"),
    title=Text("Crisis bij een uitkering", "Crisis with a benefit"),
    message=Text(
        "Een voorziening van de Participatiewet is als crisis gemerkt.",
        "A provision under the Participation Act is marked as a crisis.",
    ),
    remedy=Text("Vul bij de Participatiewet N in.", "Fill in N for the Participation Act."),
    source=("indeling regionaal uittreksel; CBS protocol Beleidsinformatie Jeugd v7, 3.3 (gestart met crisis)"),
    wrong="r.wet = 'participatiewet' AND r.crisis = 'J'",
    fine=(Example(({"wet": "participatiewet", "crisis": "N"},)),),
    faulty=(Example(({"wet": "participatiewet", "crisis": "J"},)),),
)
