"""Provision does not run in the quarter."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-R003",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("begindatum", "einddatum"),
    title=Text("Voorziening loopt niet in het kwartaal", "Provision does not run in the quarter"),
    message=Text(
        (
            "De voorziening begint op {begindatum} en eindigt op {einddatum}: zij loopt niet in het kwartaal van "
            "de levering."
        ),
        (
            "The provision begins on {begindatum} and ends on {einddatum}: it does not run in the quarter of the "
            "delivery."
        ),
    ),
    remedy=Text(
        "Lever alleen voorzieningen die in het kwartaal minstens één dag liepen, of verbeter de datums.",
        "Deliver only provisions that ran for at least a day in the quarter, or correct the dates.",
    ),
    source="indeling regionaal uittreksel: voorzieningen die in het kwartaal lopen",
    wrong="r.begindatum > :laatste_dag OR r.einddatum < :eerste_dag",
    needs=("GM-B004", "GM-TR018"),
    fine=(Example(({"begindatum": "2025-12-31"}, {"begindatum": "2020-01-01", "einddatum": "2025-10-01"})),),
    faulty=(Example(({"begindatum": "2026-01-01"},)),),
)
