"""Request for a change names no product that was assigned already."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_ASKED = {"domein": "jw", "aanbieder": "41410001", "bericht_id": "W1", "referentie": "A", "productcode": "45A48"}

CHECK = Check(
    code="GM-TR352",
    table="wijzigingsverzoek",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "referentie"),
    title=Text("Verzoek om wijziging zonder bestaande toewijzing", "Request for a change without an assignment"),
    message=Text(
        "Dit verzoek noemt alleen nieuwe producten; wie nog geen hulp heeft, krijgt een verzoek om toewijzing (315).",
        "This request names new products only; for who has no care yet there is the request for assignment (315).",
    ),
    remedy=Text(
        "Vraag de aanbieder de lopende toewijzingen op te nemen of een 315 te sturen.",
        "Ask the provider to include the running assignments or to send a 315.",
    ),
    source="iStandaarden TR352, OP308",
    wrong="r.volg = 1 AND wijziging.bekend = 0",
    key=("domein", "aanbieder", "bericht_id", "referentie"),
    fine=(Example((_ASKED, {**_ASKED, "toewijzingnummer": "1"})),),
    faulty=(Example((_ASKED, {**_ASKED, "productcode": "45A49"})),),
)
