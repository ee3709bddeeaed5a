"""Provision with an unknown assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VZ09",
    table="voorziening",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Voorziening met een onbekende toewijzing", "Provision with an unknown assignment"),
    message=Text(
        (
            "Toewijzing {toewijzingnummer} is niet bekend, in deze noch in een eerdere levering. Zonder "
            "toewijzing telt de regel niet als traject."
        ),
        (
            "Assignment {toewijzingnummer} is not known, in this delivery or an earlier one. Without it the row "
            "does not count as a trajectory."
        ),
    ),
    remedy=Text(
        "Lever het toewijzingsbericht (301) na, of verbeter het nummer.",
        "Deliver the assignment message (301), or correct the number.",
    ),
    source="eigen regel; iStandaarden OP275",
    wrong="toewijzing.nummer IS NULL AND r.nummer IS NOT NULL",
    uses=("eerder_toewijzing",),
    fine=(
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1"},)},
        ),
    ),
    faulty=(
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "2"},)},
        ),
    ),
)
