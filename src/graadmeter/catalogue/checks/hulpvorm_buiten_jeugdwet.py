"""Form of help belongs to the Youth Act."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ16",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("hulpvorm", "wet"),
    title=Text("Hulpvorm hoort bij de Jeugdwet", "Form of help belongs to the Youth Act"),
    message=Text(
        "Bij een voorziening van de {wet} is een hulpvorm van jeugdhulp ({hulpvorm}) ingevuld.",
        "A provision under {wet} has a form of youth help ({hulpvorm}).",
    ),
    remedy=Text("Verbeter de wet, of laat de hulpvorm leeg.", "Correct the law, or leave the form of help empty."),
    source="indeling regionaal uittreksel; CBS protocol Beleidsinformatie Jeugd v7, 3.3",
    wrong="r.wet IN ('wmo', 'participatiewet') AND r.hulpvorm IS NOT NULL",
    fine=(Example(({"wet": "jeugdwet", "hulpvorm": "02"}, {"wet": "wmo", "hulpvorm": ""})),),
    faulty=(Example(({"wet": "wmo", "hulpvorm": "02"},)),),
)
