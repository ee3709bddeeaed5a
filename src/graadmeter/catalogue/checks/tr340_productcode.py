"""Product is not the assigned one."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR340",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("productcode", "toewijzingnummer"),
    title=Text("Product is niet het toegewezen product", "Product is not the assigned one"),
    message=Text(
        "Gemeld is product {productcode}; toewijzing {toewijzingnummer} noemt een ander.",
        "Reported is product {productcode}; assignment {toewijzingnummer} names another.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR340, TR382",
    wrong="r.productcode <> toewijzing.productcode",
    also={"start": "", "stop": ""},
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A48"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A48"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A48"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A48"},)},
            table="start",
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A48"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A48"},)},
            table="stop",
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A53"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A48"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A53"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A48"},)},
            table="start",
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A53"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "productcode": "45A48"},)},
            table="stop",
        ),
    ),
)
