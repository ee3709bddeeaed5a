"""BSN is unknown."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BSN2",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("bsn",),
    title=Text("BSN is onbekend", "BSN is unknown"),
    message=Text(
        (
            "Het BSN is het teken voor 'onbekend' of 'nog niet geboren'. De regel telt mee, maar kan niet aan "
            "andere hulp van deze persoon worden gekoppeld."
        ),
        (
            "The BSN is the mark for 'unknown' or 'not yet born'. The row counts, but cannot be linked to other "
            "care of this person."
        ),
    ),
    remedy=Text("Lever het BSN na zodra het bekend is.", "Deliver the BSN once it is known."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 2.2 (999999999 onbekend, 000000000 ongeboren)",
    wrong="r.bsn IN ('999999999', '000000000')",
    also={"toewijzing": "", "prestatie": ""},
    fine=(
        Example(({"bsn": "009999991"},)),
        Example(({"bsn": "009999991"},), table="toewijzing"),
        Example(({"bsn": "009999991"},), table="prestatie"),
    ),
    faulty=(
        Example(({"bsn": "999999999"}, {"bsn": "000000000"})),
        Example(({"bsn": "000000000"},), table="toewijzing"),
        Example(({"bsn": "000000000"},), table="prestatie"),
    ),
)
