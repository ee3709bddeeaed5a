"""Claim number was used more than once."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR333",
    table="declaratie",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("declaratienummer",),
    title=Text("Declaratienummer is vaker gebruikt", "Claim number was used more than once"),
    message=Text(
        "Deze aanbieder gebruikt declaratienummer {declaratienummer} in meer dan één bericht.",
        "This provider uses claim number {declaratienummer} in more than one message.",
    ),
    remedy=Text("Vraag de aanbieder de declaratie te verbeteren.", "Ask the provider to correct the claim."),
    source="iStandaarden TR333, OP349",
    wrong="r.volg > 1",
    key=("domein", "aanbieder", "declaratienummer"),
    fine=(
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "declaratienummer": "1"},
                {"domein": "jw", "aanbieder": "41410002", "declaratienummer": "1"},
            )
        ),
    ),
    faulty=(Example(({"domein": "jw", "aanbieder": "41410001", "declaratienummer": "1"},) * 2),),
)
