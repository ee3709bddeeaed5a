"""A claim answer names another claim number than the claim."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_CLAIM = {"domein": "jw", "aanbieder": "41410001", "bericht_id": "D1", "declaratienummer": "7"}
_ANSWER = {"domein": "jw", "aanbieder": "41410001", "declaratie_id": "D1"}

CHECK = Check(
    code="GM-TR376",
    table="declaratieantwoord",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("declaratienummer", "declaratie_verzonden"),
    title=Text("Antwoord noemt een ander declaratienummer", "Answer names another claim number"),
    message=Text(
        "Het antwoord noemt declaratie {declaratienummer}, maar het bericht waar het over gaat heeft een ander nummer.",
        "The answer names claim {declaratienummer}, yet the message it is about has another number.",
    ),
    remedy=Text("Verbeter het antwoordbericht.", "Correct the answer message."),
    source="iStandaarden TR376, OP355",
    wrong="r.declaratienummer <> bericht323.declaratienummer",
    fine=(
        Example(({**_ANSWER, "declaratienummer": "7"},), other={"declaratie": (_CLAIM,)}),
        Example(({**_ANSWER, "declaratie_id": "D2", "declaratienummer": "8"},), other={"declaratie": (_CLAIM,)}),
    ),
    faulty=(Example(({**_ANSWER, "declaratienummer": "8"},), other={"declaratie": (_CLAIM,)}),),
)
