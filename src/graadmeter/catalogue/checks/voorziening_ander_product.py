"""Product in the extract is not the assigned product."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ14",
    table="voorziening",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("productcode", "toewijzingnummer"),
    title=Text(
        "Product in het uittreksel is niet het toegewezen product", "Product in the extract is not the assigned product"
    ),
    message=Text(
        ("Het uittreksel noemt product {productcode}; toewijzing {toewijzingnummer} is voor {detail}."),
        "The extract names product {productcode}; assignment {toewijzingnummer} is for {detail}.",
    ),
    remedy=Text(
        "Neem in het uittreksel het product van de toewijzing over.",
        "Copy the product of the assignment into the extract.",
    ),
    source="iStandaarden TR340; indeling regionaal uittreksel",
    wrong="r.productcode <> toewijzing.productcode",
    detail="toewijzing.productcode",
    fine=(
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "productcode": "45A48"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A48"},)},
        ),
    ),
    faulty=(
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "productcode": "45A48"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A53"},)},
        ),
    ),
)
