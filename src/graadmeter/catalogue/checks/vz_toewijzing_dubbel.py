"""Assignment stands with two provisions."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ11",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Toewijzing staat bij twee voorzieningen", "Assignment stands with two provisions"),
    message=Text(
        (
            "Toewijzing {toewijzingnummer} staat bij meer dan één voorziening. Verwijzer, crisis en wijk worden "
            "van één daarvan gebruikt."
        ),
        (
            "Assignment {toewijzingnummer} stands with more than one provision. Referrer, crisis and wijk are "
            "taken from one of them."
        ),
    ),
    remedy=Text("Lever per toewijzing één regel.", "Deliver one row per assignment."),
    source="indeling regionaal uittreksel",
    wrong="r.volg > 1",
    key=("domein", "nummer"),
    fine=(
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1"},)
            + ({"wet": "wmo", "toewijzingnummer": "1"},)
            + ({"wet": "jeugdwet"},) * 2
        ),
    ),
    faulty=(Example(({"wet": "jeugdwet", "toewijzingnummer": "1"},) * 2),),
)
