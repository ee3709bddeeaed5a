"""Start or stop without an assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR019-301",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Start of stop zonder toewijzing", "Start or stop without an assignment"),
    message=Text(
        (
            "Toewijzing {toewijzingnummer} is niet bekend, in deze noch in een eerdere levering. De hulp telt "
            "pas mee als de toewijzing er is."
        ),
        (
            "Assignment {toewijzingnummer} is not known, in this delivery or an earlier one. The care counts "
            "once the assignment is there."
        ),
    ),
    remedy=Text(
        "Lever het toewijzingsbericht (301) na, of verbeter het nummer.",
        "Deliver the assignment message (301), or correct the number.",
    ),
    source="iStandaarden TR019",
    wrong="toewijzing.nummer IS NULL AND r.nummer IS NOT NULL",
    also={"stop": ""},
    uses=("eerder_toewijzing",),
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1"},)},
            table="stop",
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "2"},)},
        ),
        Example(({"domein": "jw", "toewijzingnummer": "1"},), table="stop"),
    ),
)
