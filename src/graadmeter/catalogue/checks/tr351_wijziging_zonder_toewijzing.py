"""Change of an unknown assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR351",
    table="wijzigingsverzoek",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Wijziging van een onbekende toewijzing", "Change of an unknown assignment"),
    message=Text(
        "Het verzoek wijzigt toewijzing {toewijzingnummer}, maar die is niet bekend.",
        "The request changes assignment {toewijzingnummer}, which is not known.",
    ),
    remedy=Text("Vraag de aanbieder het bericht te verbeteren.", "Ask the provider to correct the message."),
    source="iStandaarden TR350, TR351",
    wrong="r.nummer IS NOT NULL AND toewijzing.nummer IS NULL",
    uses=("eerder_toewijzing",),
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "2"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1"},)},
        ),
    ),
)
