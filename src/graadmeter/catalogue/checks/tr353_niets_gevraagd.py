"""Request for a change asks for nothing."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_ASKED = {"domein": "jw", "aanbieder": "41410001", "bericht_id": "W1", "referentie": "A", "toewijzingnummer": "1"}

CHECK = Check(
    code="GM-TR353",
    table="wijzigingsverzoek",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("referentie", "gewenste_ingangsdatum", "gewenste_einddatum", "volume", "budget"),
    title=Text("Verzoek om wijziging vraagt niets", "Request for a change asks for nothing"),
    message=Text(
        "In dit verzoek blijven alle producten zoals ze zijn.",
        "In this request every product stays as it is.",
    ),
    remedy=Text("Vraag de aanbieder het bericht te verbeteren.", "Ask the provider to correct the message."),
    source="iStandaarden TR353, OP308",
    wrong="r.volg = 1 AND wijziging.gevraagd = 0",
    key=("domein", "aanbieder", "bericht_id", "referentie"),
    fine=(Example((_ASKED, {**_ASKED, "toewijzingnummer": "2", "gewenste_einddatum": "2026-06-30"})),),
    faulty=(Example((_ASKED, {**_ASKED, "toewijzingnummer": "2"})),),
)
