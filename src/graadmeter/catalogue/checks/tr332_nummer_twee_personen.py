"""Assignment number was used for two persons."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR332",
    table="toewijzing",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("toewijzingnummer",),
    title=Text("Toewijzingnummer is voor twee personen gebruikt", "Assignment number was used for two persons"),
    message=Text(
        (
            "Toewijzing {toewijzingnummer} staat op naam van meer dan één persoon. De regels van de eerste "
            "persoon zijn gebruikt."
        ),
        (
            "Assignment {toewijzingnummer} is in the name of more than one person. The rows of the first person "
            "are used."
        ),
    ),
    remedy=Text(
        "Geef elke toewijzing een eigen nummer binnen de gemeente en het domein.",
        "Give each assignment a number of its own within municipality and domain.",
    ),
    source="iStandaarden TR332, OP275",
    wrong="r.bsn <> eerste.bsn",
    key=("domein", "nummer"),
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},) * 2
            + ({"domein": "wmo", "toewijzingnummer": "1", "bsn": "123456782"},)
        ),
    ),
    faulty=(
        Example(
            (
                {"bestand": "a.xml", "domein": "jw", "toewijzingnummer": "1", "bsn": "009999991"},
                {"bestand": "b.xml", "domein": "jw", "toewijzingnummer": "1", "bsn": "123456782"},
            )
        ),
    ),
)
