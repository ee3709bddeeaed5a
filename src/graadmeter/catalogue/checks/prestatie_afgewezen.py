"""A claim line was refused."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-325",
    table="afgewezen_prestatie",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("retourcodes", "declaratie_verzonden", "toewijzingnummer"),
    title=Text("Declaratieregel is afgewezen", "Claim line was refused"),
    message=Text(
        (
            "Een regel op toewijzing {toewijzingnummer} van de declaratie van {declaratie_verzonden} is afgewezen "
            "(retourcode {retourcodes}). De regel telt niet mee als uitgave."
        ),
        (
            "A line on assignment {toewijzingnummer} of the claim of {declaratie_verzonden} was refused (return code "
            "{retourcodes}). The line does not count as expenditure."
        ),
    ),
    remedy=Text(
        "U hoeft niets te doen. Een regel die opnieuw wordt gedeclareerd en goedgekeurd, telt wel mee.",
        "There is nothing to do. A line that is claimed anew and granted does count.",
    ),
    source="iStandaarden IV087, TR342",
    wrong="r.retourcodes IS NOT NULL AND r.retourcodes <> '8021'",
    fine=(Example(({"toewijzingnummer": "1", "retourcodes": "8021"},)),),
    faulty=(Example(({"toewijzingnummer": "1", "declaratie_verzonden": "2025-10-10", "retourcodes": "9307 9308"},)),),
)
