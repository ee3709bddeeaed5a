"""Many starts were reported late."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-LAAT2",
    table="start",
    tier=Tier.HISTORY,
    severity=Severity.INFORMATION,
    fields=("begindatum", "dagtekening"),
    title=Text("Veel starts zijn laat gemeld", "Many starts were reported late"),
    message=Text(
        (
            "{detail} procent van de starts is meer dan vijf werkdagen na het begin gemeld. De "
            "laatste kwartalen zijn dan te laag."
        ),
        (
            "{detail} percent of the starts were reported more than five working days after they "
            "began. The latest quarters are too low then."
        ),
    ),
    remedy=Text(
        "Spreek met aanbieders af dat zij binnen vijf werkdagen melden.",
        "Agree with providers that they report within five working days.",
    ),
    source="iStandaarden OP271; eigen regel: late registratie",
    wrong="r.status_aanlevering = '1' AND r.dagtekening - r.begindatum > 7",
    uses=("eerder_start",),
    share=0.25,
    least=10,
    fine=(Example(({"begindatum": "2025-10-01", "dagtekening": "2025-10-03", "status_aanlevering": "1"},) * 20),),
    faulty=(Example(({"begindatum": "2025-10-01", "dagtekening": "2025-11-03", "status_aanlevering": "1"},) * 20),),
)
