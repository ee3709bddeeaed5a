"""Category is not the assigned one."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR339",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("categorie", "toewijzingnummer"),
    title=Text("Categorie is niet de toegewezen categorie", "Category is not the assigned one"),
    message=Text(
        "Gedeclareerd is categorie {categorie}; toewijzing {toewijzingnummer} noemt een andere.",
        "Claimed is category {categorie}; assignment {toewijzingnummer} names another.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR339",
    wrong="r.categorie <> toewijzing.categorie",
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "categorie": "45"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "categorie": "45"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "categorie": "54"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "categorie": "45"},)},
        ),
    ),
)
