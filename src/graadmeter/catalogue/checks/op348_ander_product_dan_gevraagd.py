"""Assigned product is not the one requested."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR379",
    table="toewijzing",
    tier=Tier.ACROSS_FILES,
    severity=Severity.INFORMATION,
    fields=("productcode", "referentie"),
    title=Text("Toegewezen product is niet het gevraagde", "Assigned product is not the one requested"),
    message=Text(
        ("Toegewezen is product {productcode}; in het verzoek met dezelfde referentie stond {detail}."),
        "Assigned is product {productcode}; the request of the same reference asked for {detail}.",
    ),
    remedy=Text("U hoeft niets te doen.", "There is nothing to do."),
    source="iStandaarden TR379, OP348",
    wrong="r.productcode <> verzoek.productcode",
    detail="verzoek.productcode",
    fine=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "productcode": "45A48"},),
            other={"verzoek": ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "productcode": "45A48"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "productcode": "45A48"},),
            other={"verzoek": ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "productcode": "45A53"},)},
        ),
    ),
)
