"""Refused request was also assigned."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR359",
    table="antwoord",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("referentie", "antwoord"),
    title=Text("Afgewezen verzoek is ook toegewezen", "Refused request was also assigned"),
    message=Text(
        ("Het verzoek is afgewezen, maar in deze levering staat ook een toewijzing met dezelfde referentie."),
        ("The request was refused, yet this delivery holds an assignment with the same reference too."),
    ),
    remedy=Text("Verbeter het antwoordbericht.", "Correct the answer message."),
    source="iStandaarden TR359, OP344",
    wrong="r.antwoord = '1' AND antwoord.toewijzingsdatum IS NOT NULL",
    fine=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "B", "antwoord": "1"},),
            other={
                "toewijzing": (
                    {"domein": "jw", "aanbieder": "41410001", "referentie": "A", "toewijzingsdatum": "2025-10-03"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "antwoord": "1"},),
            other={
                "toewijzing": (
                    {"domein": "jw", "aanbieder": "41410001", "referentie": "A", "toewijzingsdatum": "2025-10-03"},
                )
            },
        ),
    ),
)
