"""A request for a change was sent while another request of the client was open."""

from graadmeter.catalogue.checks.tr374_onderhanden_verzoek import OPEN
from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_ASKED = {"domein": "jw", "aanbieder": "41410001", "bsn": "009999991"}
_FIRST = {**_ASKED, "bericht_id": "V1", "referentie": "A", "dagtekening": "2025-10-01"}
_SECOND = {**_ASKED, "bericht_id": "W2", "referentie": "B", "dagtekening": "2025-10-20", "toewijzingnummer": "1"}

CHECK = Check(
    code="GM-TR374-317",
    table="wijzigingsverzoek",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("referentie", "dagtekening"),
    title=Text("Wijziging gevraagd terwijl er al een verzoek liep", "Change asked for while a request was open"),
    message=Text(
        "Op {dagtekening} was een eerder verzoek van deze aanbieder voor deze cliënt nog niet beantwoord.",
        "On {dagtekening} an earlier request of this provider for this client had not been answered yet.",
    ),
    remedy=Text(
        "Beantwoord eerst het eerdere verzoek, of vraag de aanbieder welk verzoek geldt.",
        "Answer the earlier request first, or ask the provider which request holds.",
    ),
    source="iStandaarden TR374, OP350",
    wrong=OPEN.format(table="wijzigingsverzoek"),
    is_query=True,
    fine=(
        Example(
            (_SECOND,),
            other={
                "verzoek": (_FIRST,),
                "toewijzing": ({**_ASKED, "referentie": "A", "toewijzingsdatum": "2025-10-06"},),
            },
        ),
    ),
    faulty=(Example((_SECOND,), other={"verzoek": (_FIRST,)}),),
)
