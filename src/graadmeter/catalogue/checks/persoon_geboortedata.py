"""One person with two dates of birth."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-PERS1",
    table="toewijzing",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("bsn", "geboortedatum"),
    title=Text("Eén persoon met twee geboortedatums", "One person with two dates of birth"),
    message=Text(
        "Bij één BSN staan in deze levering verschillende geboortedatums.",
        "For one BSN this delivery holds different dates of birth.",
    ),
    remedy=Text(
        "Zoek op welke geboortedatum juist is; mogelijk is een BSN bij de verkeerde persoon ingevuld.",
        "Look up which date of birth is right; perhaps a BSN was filled in for the wrong person.",
    ),
    source="eigen regel",
    wrong="r.geboortedatum <> eerste.geboortedatum AND r.bsn NOT IN ('999999999', '000000000')",
    also={"start": "", "stop": "", "verzoek": "", "voorziening": ""},
    key=("bsn",),
    fine=(
        Example(({"bsn": "009999991", "geboortedatum": "2012-01-01"},) * 2),
        Example(({"bsn": "009999991", "geboortedatum": "2012-01-01"},) * 2, table="start"),
        Example(({"bsn": "009999991", "geboortedatum": "2012-01-01"},) * 2, table="stop"),
        Example(({"bsn": "009999991", "geboortedatum": "2012-01-01"},) * 2, table="verzoek"),
        Example(({"bsn": "009999991", "geboortedatum": "2012-01-01"},) * 2, table="voorziening"),
    ),
    faulty=(
        Example(
            ({"bsn": "009999991", "geboortedatum": "2012-01-01"}, {"bsn": "009999991", "geboortedatum": "2012-01-02"})
        ),
        Example(
            ({"bsn": "009999991", "geboortedatum": "2012-01-01"}, {"bsn": "009999991", "geboortedatum": "2012-01-02"}),
            table="start",
        ),
        Example(
            ({"bsn": "009999991", "geboortedatum": "2012-01-01"}, {"bsn": "009999991", "geboortedatum": "2012-01-02"}),
            table="stop",
        ),
        Example(
            ({"bsn": "009999991", "geboortedatum": "2012-01-01"}, {"bsn": "009999991", "geboortedatum": "2012-01-02"}),
            table="verzoek",
        ),
        Example(
            ({"bsn": "009999991", "geboortedatum": "2012-01-01"}, {"bsn": "009999991", "geboortedatum": "2012-01-02"}),
            table="voorziening",
        ),
    ),
)
