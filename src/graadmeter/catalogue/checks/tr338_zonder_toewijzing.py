"""Claim without an assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR338",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Declaratie zonder toewijzing", "Claim without an assignment"),
    message=Text(
        "Toewijzing {toewijzingnummer} is niet bekend, in deze noch in een eerdere levering.",
        "Assignment {toewijzingnummer} is not known, in this delivery or an earlier one.",
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR338",
    wrong="toewijzing.nummer IS NULL AND r.nummer IS NOT NULL",
    uses=("eerder_toewijzing",),
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "2"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1"},),
            other={"toewijzing": ({"domein": "wmo", "toewijzingnummer": "1"},)},
        ),
    ),
)
