"""Date of birth cannot be right."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-GEB2",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("geboortedatum",),
    title=Text("Geboortedatum kan niet juist zijn", "Date of birth cannot be right"),
    message=Text(
        "De geboortedatum ligt na het kwartaal of meer dan 120 jaar ervoor.",
        "The date of birth lies after the quarter or more than 120 years before it.",
    ),
    remedy=Text(
        "Verbeter de geboortedatum. Is zij onbekend, vul dan 1900-01-01 in.",
        "Correct the date of birth. If it is unknown, fill in 1900-01-01.",
    ),
    source="iStandaarden TR002, TR135",
    wrong=(
        "r.geboortedatum > :laatste_dag OR (EXTRACT(YEAR FROM :laatste_dag) - EXTRACT(YEAR FROM "
        "r.geboortedatum) > 120 AND r.geboortedatum <> CAST('1900-01-01' AS DATE))"
    ),
    fine=(Example(({"geboortedatum": "2025-12-31"}, {"geboortedatum": "1900-01-01"})),),
    faulty=(Example(({"geboortedatum": "2026-01-01"},)), Example(({"geboortedatum": "1899-05-01"},))),
)
