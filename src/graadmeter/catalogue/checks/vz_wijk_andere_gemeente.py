"""Wijk lies in another municipality."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ05",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Wijk ligt in een andere gemeente", "Wijk lies in another municipality"),
    message=Text(
        "Wijk {wijk} is geen wijk van deze gemeente. De regel telt bij 'wijk onbekend'.",
        "Wijk {wijk} is not one of this municipality. The row counts as 'wijk unknown'.",
    ),
    remedy=Text(
        "Vul de wijk in waar de gezagsdrager woont. Ligt die echt in een andere gemeente, dan hoeft u niets te doen.",
        "Fill in the wijk where the authority holder lives. If that is another municipality indeed, leave it so.",
    ),
    source="CBS, wijkindeling: WK + gemeentecode + wijk",
    wrong="SUBSTR(r.wijk, 3, 4) <> :gemeente",
    fine=(Example(({"wijk": "WK014110"}, {"wijk": ""})),),
    faulty=(Example(({"wijk": "WK015301"},)),),
)
