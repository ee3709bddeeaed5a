"""Line was credited more than once."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR390",
    table="prestatie",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("vorig_referentienummer",),
    title=Text("Regel is vaker gecrediteerd", "Line was credited more than once"),
    message=Text(
        "Regel {vorig_referentienummer} is meer dan eens teruggedraaid.",
        "Line {vorig_referentienummer} was taken back more than once.",
    ),
    remedy=Text("Vraag de aanbieder de declaratie te verbeteren.", "Ask the provider to correct the claim."),
    source="iStandaarden TR315, TR390, OP360",
    wrong="r.volg > 1 AND r.debet_credit = 'C'",
    key=("domein", "aanbieder", "vorig_referentienummer", "debet_credit"),
    fine=(
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "vorig_referentienummer": "1", "debet_credit": "C"},
                {"domein": "jw", "aanbieder": "41410001", "vorig_referentienummer": "2", "debet_credit": "C"},
                {"domein": "jw", "aanbieder": "41410001", "debet_credit": "D"},
            )
        ),
    ),
    faulty=(
        Example(({"domein": "jw", "aanbieder": "41410001", "vorig_referentienummer": "1", "debet_credit": "C"},) * 2),
    ),
)
