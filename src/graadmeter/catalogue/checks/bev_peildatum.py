"""Reference date is not 1 January."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEV1",
    table="bevolking",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("peildatum",),
    title=Text("Peildatum is niet 1 januari", "Reference date is not 1 January"),
    message=Text(
        "De peildatum is {peildatum}; de bevolking telt op 1 januari van het leveringsjaar.",
        "The reference date is {peildatum}; the population counts on 1 January of the year of the delivery.",
    ),
    remedy=Text("Lever de bevolking op 1 januari.", "Deliver the population on 1 January."),
    source="CBS, bevolking op 1 januari",
    wrong=(
        "EXTRACT(MONTH FROM r.peildatum) <> 1 OR EXTRACT(DAY FROM r.peildatum) <> 1 OR r.jaar <> "
        "EXTRACT(YEAR FROM :laatste_dag)"
    ),
    needs=("GM-B006",),
    fine=(Example(({"peildatum": "2025-01-01"},)),),
    faulty=(Example(({"peildatum": "2025-07-01"}, {"peildatum": "2024-01-01"})),),
)
