"""Care was requested long afterwards."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP296",
    table="verzoek",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("toewijzing_ingangsdatum", "dagtekening"),
    title=Text("Hulp is ver achteraf gevraagd", "Care was requested long afterwards"),
    message=Text(
        (
            "Het verzoek van {dagtekening} vraagt hulp met ingang van {toewijzing_ingangsdatum}: meer"
            " dan een half jaar eerder."
        ),
        ("The request of {dagtekening} asks for care from {toewijzing_ingangsdatum}: more than half a year earlier."),
    ),
    remedy=Text("U hoeft niets te doen.", "There is nothing to do."),
    source="iStandaarden OP296; eigen regel",
    wrong="r.dagtekening - r.toewijzing_ingangsdatum > 183",
    fine=(Example(({"dagtekening": "2025-10-01", "toewijzing_ingangsdatum": "2025-09-01"},)),),
    faulty=(Example(({"dagtekening": "2025-10-01", "toewijzing_ingangsdatum": "2025-01-01"},)),),
)
