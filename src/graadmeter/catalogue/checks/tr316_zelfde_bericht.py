"""Line is credited in the same message."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR316",
    table="prestatie",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("vorig_referentienummer",),
    title=Text("Regel is in hetzelfde bericht gecrediteerd", "Line is credited in the same message"),
    message=Text(
        "Regel {vorig_referentienummer} is gedeclareerd en teruggedraaid in één bericht.",
        "Line {vorig_referentienummer} is claimed and taken back in one message.",
    ),
    remedy=Text("Vraag de aanbieder de declaratie te verbeteren.", "Ask the provider to correct the claim."),
    source="iStandaarden TR316",
    wrong="r.debet_credit = 'C' AND teruggedraaid.referentienummer IS NOT NULL",
    fine=(
        Example(
            (
                {"referentienummer": "1", "debet_credit": "D", "bestand": "a"},
                {"referentienummer": "2", "vorig_referentienummer": "1", "debet_credit": "C", "bestand": "b"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"referentienummer": "1", "debet_credit": "D", "bestand": "a"},
                {"referentienummer": "2", "vorig_referentienummer": "1", "debet_credit": "C", "bestand": "a"},
            )
        ),
    ),
)
