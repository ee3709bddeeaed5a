"""More was granted than claimed."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR367",
    table="declaratieantwoord",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("toegekend", "ingediend"),
    title=Text("Er is meer toegekend dan ingediend", "More was granted than claimed"),
    message=Text(
        "Ingediend is {ingediend} eurocent, toegekend {toegekend}.",
        "Claimed is {ingediend} eurocents, granted {toegekend}.",
    ),
    remedy=Text("Verbeter het antwoordbericht.", "Correct the answer message."),
    source="iStandaarden TR367, OP303",
    wrong=("r.toegekend > r.ingediend AND r.ingediend_debet_credit = 'D' AND r.toegekend_debet_credit = 'D'"),
    fine=(
        Example(
            ({"ingediend": "100", "toegekend": "90", "ingediend_debet_credit": "D", "toegekend_debet_credit": "D"},)
        ),
    ),
    faulty=(
        Example(
            ({"ingediend": "100", "toegekend": "110", "ingediend_debet_credit": "D", "toegekend_debet_credit": "D"},)
        ),
    ),
)
