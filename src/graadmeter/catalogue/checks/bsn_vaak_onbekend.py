"""BSN is often unknown."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BSN4",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("bsn",),
    title=Text("BSN is vaak onbekend", "BSN is often unknown"),
    message=Text(
        ("Bij {detail} procent van de regels is het BSN onbekend. Personen tellen dan dubbel of niet."),
        ("For {detail} percent of the rows the BSN is unknown. Persons then count double or not at all."),
    ),
    remedy=Text(
        "Lever het BSN; 999999999 is alleen voor uitzonderingen.", "Deliver the BSN; 999999999 is for exceptions only."
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 2.2 (alleen in uitzonderlijke gevallen)",
    wrong="r.bsn = '999999999'",
    share=0.02,
    least=5,
    fine=(Example(({"bsn": "009999991"},) * 20),),
    faulty=(Example(({"bsn": "009999991"},) * 15 + ({"bsn": "999999999"},) * 5),),
)
