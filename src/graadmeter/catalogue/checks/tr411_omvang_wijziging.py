"""A wanted change of size does not fit how the product was assigned."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_ASKED = {"domein": "jw", "toewijzingnummer": "1", "gewenste_ingangsdatum": "2025-12-01"}
_SPECIFIC = {"domein": "jw", "toewijzingnummer": "1", "categorie": "45", "productcode": "45A48"}
_GENERIC = {"domein": "jw", "toewijzingnummer": "1", "ingangsdatum": "2025-10-01"}

CHECK = Check(
    code="GM-TR411",
    table="wijzigingsverzoek",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("volume", "gewenste_ingangsdatum", "toewijzingnummer"),
    title=Text("Gewenste omvang past niet bij de toewijzing", "Wanted size does not fit the assignment"),
    message=Text(
        "Een toewijzing met een productcode ({toewijzingnummer}) wordt gewijzigd met een omvang, een zonder product "
        "zonder.",
        "An assignment with a product code ({toewijzingnummer}) is changed with a size, one without a product without.",
    ),
    remedy=Text("Vraag de aanbieder het bericht te verbeteren.", "Ask the provider to correct the message."),
    source="iStandaarden TR411, TR375",
    wrong="""
    r.gewenste_ingangsdatum IS NOT NULL
    AND ((toewijzing.productcode IS NOT NULL AND r.volume IS NULL)
      OR (toewijzing.nummer IS NOT NULL AND toewijzing.categorie IS NULL AND r.volume IS NOT NULL))
    """,
    fine=(
        Example(({**_ASKED, "volume": "4"},), other={"toewijzing": (_SPECIFIC,)}),
        Example((_ASKED,), other={"toewijzing": (_GENERIC,)}),
        Example(({**_ASKED, "gewenste_ingangsdatum": None},), other={"toewijzing": (_SPECIFIC,)}),
    ),
    faulty=(
        Example((_ASKED,), other={"toewijzing": (_SPECIFIC,)}),
        Example(({**_ASKED, "volume": "4"},), other={"toewijzing": (_GENERIC,)}),
    ),
)
