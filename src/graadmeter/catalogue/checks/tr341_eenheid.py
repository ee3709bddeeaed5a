"""Unit does not fit the assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR341",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("eenheid", "toewijzingnummer"),
    title=Text("Eenheid past niet bij de toewijzing", "Unit does not fit the assignment"),
    message=Text(
        "Gedeclareerd is in eenheid {eenheid}; toewijzing {toewijzingnummer} noemt een andere.",
        "Claimed is in unit {eenheid}; assignment {toewijzingnummer} names another.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR341",
    wrong="r.eenheid <> toewijzing.eenheid AND NOT (toewijzing.eenheid = '04' AND r.eenheid = '01')",
    fine=(
        Example(
            (
                {"domein": "jw", "toewijzingnummer": "1", "eenheid": "04"},
                {"domein": "jw", "toewijzingnummer": "1", "eenheid": "01"},
            ),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "eenheid": "04"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "eenheid": "14"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "eenheid": "04"},)},
        ),
    ),
)
