"""Assignment is for another person than the request."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR379-P",
    table="toewijzing",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("referentie", "bsn"),
    title=Text("Toewijzing is voor een ander dan het verzoek", "Assignment is for another person than the request"),
    message=Text(
        "Het verzoek met deze referentie is voor een ander BSN.", "The request with this reference is for another BSN."
    ),
    remedy=Text("Controleer de referentie en het BSN.", "Check the reference and the BSN."),
    source="iStandaarden TR379, OP079",
    wrong="r.bsn <> verzoek.bsn",
    fine=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "bsn": "009999991"},),
            other={"verzoek": ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "bsn": "009999991"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "bsn": "009999991"},),
            other={"verzoek": ({"domein": "jw", "aanbieder": "41410001", "referentie": "A", "bsn": "123456782"},)},
        ),
    ),
)
