"""Absence without a kind."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OND2",
    table="onderwijs",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("verzuim", "verzuim_begin"),
    title=Text("Verzuim zonder soort", "Absence without a kind"),
    message=Text(
        "Er staat een begin van verzuim ({verzuim_begin}), maar als soort 'geen'.",
        "There is a start of absence ({verzuim_begin}), but its kind is 'geen'.",
    ),
    remedy=Text(
        "Vul de soort verzuim in, of laat de datum leeg.", "Fill in the kind of absence, or leave the date empty."
    ),
    source="eigen regel: leerplichttelling",
    wrong="r.verzuim = 'geen' AND r.verzuim_begin IS NOT NULL",
    fine=(
        Example(({"verzuim": "thuiszitter", "verzuim_begin": "2025-01-01"},)),
        Example(({"verzuim": "geen"},)),
    ),
    faulty=(Example(({"verzuim": "geen", "verzuim_begin": "2025-03-01"},)),),
)
