"""Care is of another person than the assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR304",
    table="start",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "bsn"),
    title=Text("Hulp is van een ander dan de toewijzing", "Care is of another person than the assignment"),
    message=Text(
        "Toewijzing {toewijzingnummer} staat in deze levering op naam van een ander BSN.",
        "Assignment {toewijzingnummer} stands under another BSN in this delivery.",
    ),
    remedy=Text(
        "Controleer het toewijzingnummer en het BSN; een van beide is van iemand anders.",
        "Check the assignment number and the BSN; one of them is somebody else's.",
    ),
    source="iStandaarden TR304, OP079",
    wrong="r.bsn <> toegewezene.bsn",
    also={"stop": "", "prestatie": "", "voorziening": ""},
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},)},
            table="stop",
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},)},
            table="prestatie",
        ),
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "bsn": "009999991"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},)},
            table="voorziening",
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "bsn": "123456782"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "bsn": "123456782"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},)},
            table="stop",
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "bsn": "123456782"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},)},
            table="prestatie",
        ),
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "bsn": "123456782"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},)},
            table="voorziening",
        ),
    ),
)
