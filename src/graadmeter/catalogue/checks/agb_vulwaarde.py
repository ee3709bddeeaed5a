"""AGB code is a filler."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-AANB2",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("aanbieder",),
    title=Text("AGB-code is een vulwaarde", "AGB code is a filler"),
    message=Text("AGB-code {aanbieder} is van geen enkele aanbieder.", "AGB code {aanbieder} belongs to no provider."),
    remedy=Text(
        "Vul de AGB-code van de aanbieder in, of laat het veld leeg als er geen is.",
        "Fill in the AGB code of the provider, or leave the field empty when there is none.",
    ),
    source="iStandaarden OP254; eigen regel",
    wrong="r.aanbieder IN ('00000000', '11111111', '12345678', '99999999')",
    also={"toewijzing": "", "prestatie": ""},
    fine=(
        Example(({"aanbieder": "41410001"},)),
        Example(({"aanbieder": "41410001"},), table="toewijzing"),
        Example(({"aanbieder": "41410001"},), table="prestatie"),
    ),
    faulty=(
        Example(({"aanbieder": "00000000"},)),
        Example(({"aanbieder": "99999999"},), table="toewijzing"),
        Example(({"aanbieder": "12345678"},), table="prestatie"),
    ),
)
