"""Row is of another quarter."""

from graadmeter.catalogue.table_groups import quarter_tables, shown, the_same
from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_TABLES = quarter_tables()

CHECK = Check(
    code="GM-R002",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("kwartaal",),
    title=Text("Regel is van een ander kwartaal", "Row is of another quarter"),
    message=Text(
        "Deze regel noemt kwartaal {kwartaal}; de levering gaat over een ander kwartaal.",
        "This row names quarter {kwartaal}; the delivery is about another one.",
    ),
    remedy=Text(
        "Haal de regel uit het bestand of verbeter het kwartaal.",
        "Take the row out of the file or correct the quarter.",
    ),
    source="eigen regel: een uittreksel is van één kwartaal",
    wrong="r.kwartaal <> :kwartaal",
    needs=("GM-B003",),
    also=the_same(_TABLES),
    fine=(Example(({"kwartaal": "2025KW04"},)), *shown(_TABLES, kwartaal="2025KW04")),
    faulty=(Example(({"kwartaal": "2025KW03"},)), *shown(_TABLES, kwartaal="2025KW03")),
)
