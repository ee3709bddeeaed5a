"""The BSN fails the eleven test; 999999999 (unknown) is for another check."""

from graadmeter.catalogue.table_groups import quarter_tables, shown, the_same
from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_TABLES = ("start", "stop", "verzoek", "prestatie", "voorziening", *quarter_tables("bsn"))

CHECK = Check(
    code="GM-CS002",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("bsn",),
    title=Text("BSN voldoet niet aan de elfproef", "BSN fails the eleven test"),
    message=Text(
        "Het BSN voldoet niet aan de elfproef: er zit een tikfout in.",
        "The BSN fails the eleven test: there is a typing error in it.",
    ),
    remedy=Text(
        "Zoek het juiste BSN op in de BRP of in uw dossier en lever opnieuw.",
        "Look up the right BSN in the register or in your file and deliver again.",
    ),
    source="iStandaarden CS002",
    wrong="r.bsn_rest <> 0 AND r.bsn <> '999999999'",
    also=the_same(_TABLES),
    fine=(Example(({"bsn": "009999991"}, {"bsn": "999999999"})), *shown(_TABLES, bsn="009999991")),
    faulty=(Example(({"bsn": "009999995"},)), *shown(_TABLES, bsn="123456789")),
)
