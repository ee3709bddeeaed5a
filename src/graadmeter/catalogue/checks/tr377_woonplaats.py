"""Municipality of the residence principle is not right."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR377",
    table="antwoord",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("woonplaats_gemeente", "reden_afwijzing"),
    title=Text(
        "Gemeente van het woonplaatsbeginsel klopt niet", "Municipality of the residence principle is not right"
    ),
    message=Text(
        ("Bij reden 8 (woonplaatsbeginsel) hoort de gemeente die wel verantwoordelijk is, bij andere redenen niet."),
        ("Reason 8 (residence principle) goes with the municipality that is responsible, other reasons do not."),
    ),
    remedy=Text("Verbeter het antwoordbericht.", "Correct the answer message."),
    source="iStandaarden TR377, TR409, OP359",
    wrong=(
        "r.domein = 'jw' AND r.reden_afwijzing IS NOT NULL AND (r.reden_afwijzing = '8') <> "
        "(r.woonplaats_gemeente IS NOT NULL)"
    ),
    fine=(
        Example(({"domein": "jw", "reden_afwijzing": "8", "woonplaats_gemeente": "0153"},)),
        Example(({"domein": "jw", "reden_afwijzing": "7"},)),
    ),
    faulty=(Example(({"domein": "jw", "reden_afwijzing": "8"},)),),
)
