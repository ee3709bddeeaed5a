"""BSN cannot be a person's."""

from graadmeter.catalogue.table_groups import quarter_tables, shown, the_same
from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_TABLES = ("start", "stop", "verzoek", "prestatie", "voorziening", *quarter_tables("bsn"))

CHECK = Check(
    code="GM-BSN3",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("bsn",),
    title=Text("BSN kan niet van een persoon zijn", "BSN cannot be a person's"),
    message=Text(
        "Dit BSN is een testnummer of begint met twee nullen. Zo'n nummer is aan niemand gegeven.",
        "This BSN is a test number or starts with two zeros. Such a number was given to nobody.",
    ),
    remedy=Text(
        "Zoek het juiste BSN op. Is er geen BSN, vul dan 999999999 in.",
        "Look up the right BSN. If there is none, fill in 999999999.",
    ),
    source="Logisch Ontwerp BSN; testnummers 999900006-999999990",
    wrong=(
        "(SUBSTR(r.bsn, 1, 2) = '00' AND r.bsn <> '000000000' AND NOT :fictief) OR (r.bsn BETWEEN "
        "'999900006' AND '999999990')"
    ),
    needs=("GM-CS002",),
    also=the_same(_TABLES),
    fine=(Example(({"bsn": "123456782"},)), *shown(_TABLES, bsn="123456782")),
    faulty=(Example(({"bsn": "999990019"}, {"bsn": "009999991"})), *shown(_TABLES, bsn="999990019")),
)
