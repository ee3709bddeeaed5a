"""Answer was given more than once."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR360",
    table="antwoord",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("referentie", "antwoord"),
    title=Text("Antwoord is meer dan eens gegeven", "Answer was given more than once"),
    message=Text(
        "Op dit verzoek staat hetzelfde antwoord ({antwoord}) al eerder in de levering.",
        "The same answer ({antwoord}) to this request stands earlier in the delivery.",
    ),
    remedy=Text("Verbeter het antwoordbericht.", "Correct the answer message."),
    source="iStandaarden TR360, TR365",
    wrong="r.volg > 1",
    key=("domein", "aanbieder", "referentie", "antwoord"),
    fine=(
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "referentie": "A", "antwoord": "2"},
                {"domein": "jw", "aanbieder": "41410001", "referentie": "A", "antwoord": "1"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "referentie": "A", "antwoord": "2"},
                {"domein": "jw", "aanbieder": "41410001", "referentie": "A", "antwoord": "2"},
            )
        ),
    ),
)
