"""One person with two sexes."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-PERS2",
    table="voorziening",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("bsn", "geslacht"),
    title=Text("Eén persoon met twee geslachten", "One person with two sexes"),
    message=Text(
        "Bij één BSN staat in deze levering zowel man als vrouw.",
        "For one BSN this delivery holds both male and female.",
    ),
    remedy=Text(
        "Zoek op wat juist is; mogelijk is een BSN bij de verkeerde persoon ingevuld.",
        "Look up which is right; perhaps a BSN was filled in for the wrong person.",
    ),
    source="eigen regel",
    wrong="""
    r.geslacht <> eerste.geslacht AND r.bsn NOT IN ('999999999', '000000000')
    AND r.geslacht <> '0' AND eerste.geslacht <> '0'
    """,
    also={"toewijzing": ""},
    key=("bsn",),
    fine=(
        Example(({"bsn": "009999991", "geslacht": "1"}, {"bsn": "009999991", "geslacht": "0"})),
        Example(({"bsn": "009999991", "geslacht": "1"},), table="toewijzing"),
    ),
    faulty=(
        Example(({"bsn": "009999991", "geslacht": "1"}, {"bsn": "009999991", "geslacht": "2"})),
        Example(({"bsn": "009999991", "geslacht": "1"}, {"bsn": "009999991", "geslacht": "2"}), table="toewijzing"),
    ),
)
