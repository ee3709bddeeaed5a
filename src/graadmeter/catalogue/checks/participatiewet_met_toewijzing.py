"""Participation Act with an assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ17",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("wet", "toewijzingnummer"),
    title=Text("Participatiewet met een toewijzing", "Participation Act with an assignment"),
    message=Text(
        "Voor de Participatiewet bestaan geen toewijzingen; hier staat {toewijzingnummer}.",
        "The Participation Act knows no assignments; this row has {toewijzingnummer}.",
    ),
    remedy=Text(
        "Verbeter de wet, of laat het toewijzingnummer leeg.", "Correct the law, or leave the assignment number empty."
    ),
    source="indeling regionaal uittreksel",
    wrong="r.wet = 'participatiewet' AND r.toewijzingnummer IS NOT NULL",
    fine=(Example(({"wet": "participatiewet", "toewijzingnummer": ""},)),),
    faulty=(Example(({"wet": "participatiewet", "toewijzingnummer": "1"},)),),
)
