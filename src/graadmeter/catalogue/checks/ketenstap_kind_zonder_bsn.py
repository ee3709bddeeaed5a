"""Step of a child without a BSN."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-KET2",
    table="ketenstap",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("eenheid", "bsn"),
    title=Text("Stap van een kind zonder BSN", "Step of a child without a BSN"),
    message=Text(
        ("De stap gaat over één kind, maar het BSN is leeg; de stap is dan niet aan hulp te koppelen."),
        ("The step is about one child, but its BSN is empty; the step cannot be linked to help then."),
    ),
    remedy=Text(
        "Vul het BSN in, of lever de stap van het gezin.", "Fill in the BSN, or deliver the step of the family."
    ),
    source="eigen regel: keten jeugdbescherming",
    wrong="r.eenheid = 'kind' AND r.bsn IS NULL",
    fine=(
        Example(({"eenheid": "kind", "bsn": "009999991"},)),
        Example(({"eenheid": "gezin"},)),
    ),
    faulty=(Example(({"eenheid": "kind"},)),),
)
