"""A change of budget or total volume is wanted from halfway the assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_ASKED = {"domein": "jw", "toewijzingnummer": "1", "gewenste_ingangsdatum": "2025-12-01"}
_ASSIGNED = {"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-10-01"}
_BUDGET = {**_ASSIGNED, "budget": "500000"}
_TOTAL = {**_ASSIGNED, "volume": "40", "frequentie": "6"}

CHECK = Check(
    code="GM-TR373",
    table="wijzigingsverzoek",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("gewenste_ingangsdatum", "toewijzingnummer", "budget", "volume"),
    title=Text("Ander budget of totaal vanaf halverwege", "Another budget or total from halfway"),
    message=Text(
        "Budget of totaalvolume van toewijzing {toewijzingnummer} verandert vanaf {gewenste_ingangsdatum}; het geldt "
        "altijd voor de hele looptijd.",
        "Budget or total volume of assignment {toewijzingnummer} changes from {gewenste_ingangsdatum}; it always holds "
        "for the whole term.",
    ),
    remedy=Text(
        "Vraag de aanbieder de ingangsdatum van de toewijzing te gebruiken.",
        "Ask the provider to use the first day of the assignment.",
    ),
    source="iStandaarden TR373",
    wrong="""
    r.gewenste_ingangsdatum <> toewijzing.ingangsdatum
    AND (r.budget <> toewijzing.budget OR (toewijzing.frequentie = '6' AND r.volume <> toewijzing.volume))
    """,
    fine=(
        Example(
            ({**_ASKED, "gewenste_ingangsdatum": "2025-10-01", "budget": "600000"},), other={"toewijzing": (_BUDGET,)}
        ),
        Example(({**_ASKED, "budget": "500000"},), other={"toewijzing": (_BUDGET,)}),
        Example(({**_ASKED, "volume": "60"},), other={"toewijzing": ({**_TOTAL, "frequentie": "2"},)}),
    ),
    faulty=(
        Example(({**_ASKED, "budget": "600000"},), other={"toewijzing": (_BUDGET,)}),
        Example(({**_ASKED, "volume": "60"},), other={"toewijzing": (_TOTAL,)}),
    ),
)
