"""Reason of refusal does not fit the answer."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CD085",
    table="antwoord",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("reden_afwijzing", "antwoord"),
    title=Text("Reden van afwijzing klopt niet met het antwoord", "Reason of refusal does not fit the answer"),
    message=Text(
        "Bij een afwijzing (1) hoort een reden, bij 'in onderzoek' (2) niet.",
        "A refusal (1) has a reason, 'under investigation' (2) has none.",
    ),
    remedy=Text("Verbeter het antwoordbericht.", "Correct the answer message."),
    source="iStandaarden CD085, CD086",
    wrong="(r.antwoord = '1') <> (r.reden_afwijzing IS NOT NULL)",
    fine=(
        Example(({"antwoord": "1", "reden_afwijzing": "7"},)),
        Example(({"antwoord": "2"},)),
    ),
    faulty=(
        Example(({"antwoord": "1"},)),
        Example(({"antwoord": "2", "reden_afwijzing": "7"},)),
    ),
)
