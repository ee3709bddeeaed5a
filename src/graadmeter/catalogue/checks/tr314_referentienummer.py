"""Claim line stands twice."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR314",
    table="prestatie",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("referentienummer",),
    title=Text("Declaratieregel staat dubbel", "Claim line stands twice"),
    message=Text(
        (
            "Referentienummer {referentienummer} is door deze aanbieder vaker gebruikt; alleen de eerste regel "
            "is gebruikt."
        ),
        ("Reference number {referentienummer} was used more than once by this provider; only the first line is used."),
    ),
    remedy=Text("Vraag de aanbieder de declaratie te verbeteren.", "Ask the provider to correct the claim."),
    source="iStandaarden TR314, OP283",
    wrong="r.volg > 1",
    key=("domein", "aanbieder", "referentienummer"),
    fine=(
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "referentienummer": "1"},
                {"domein": "jw", "aanbieder": "41410002", "referentienummer": "1"},
                {"domein": "wmo", "aanbieder": "41410001", "referentienummer": "1"},
            )
        ),
    ),
    faulty=(Example(({"domein": "jw", "aanbieder": "41410001", "referentienummer": "1"},) * 2),),
)
