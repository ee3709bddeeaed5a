"""Reference was used more than once."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR347",
    table="verzoek",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("referentie",),
    title=Text("Referentie is vaker gebruikt", "Reference was used more than once"),
    message=Text(
        "Deze aanbieder gebruikt referentie {referentie} voor meer dan één aanvraag.",
        "This provider uses reference {referentie} for more than one request.",
    ),
    remedy=Text(
        "Vraag de aanbieder elke aanvraag een eigen referentie te geven.",
        "Ask the provider to give each request a reference of its own.",
    ),
    source="iStandaarden TR347, TR383, OP361",
    wrong="r.volg > 1",
    key=("domein", "aanbieder", "referentie"),
    fine=(
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "referentie": "A"},
                {"domein": "jw", "aanbieder": "41410002", "referentie": "A"},
                {"domein": "jw", "aanbieder": "41410001", "referentie": "B"},
            )
        ),
    ),
    faulty=(Example(({"domein": "jw", "aanbieder": "41410001", "referentie": "A"},) * 2),),
)
