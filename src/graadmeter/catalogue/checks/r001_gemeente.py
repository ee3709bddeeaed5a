"""Row is of another municipality."""

from graadmeter.catalogue.table_groups import quarter_tables, shown, the_same
from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_TABLES = ("bevolking", *quarter_tables())

CHECK = Check(
    code="GM-R001",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("gemeente",),
    title=Text("Regel is van een andere gemeente", "Row is of another municipality"),
    message=Text(
        "Deze regel hoort bij gemeente {gemeente}, niet bij de gemeente die levert.",
        "This row belongs to municipality {gemeente}, not to the one that delivers.",
    ),
    remedy=Text(
        "Haal de regel uit het bestand of verbeter de gemeentecode.",
        "Take the row out of the file or correct the municipality code.",
    ),
    source="eigen regel: een levering is van één gemeente",
    wrong="r.gemeente <> :gemeente",
    needs=("GM-B002",),
    also=the_same(_TABLES),
    fine=(Example(({"gemeente": "0141"},)), *shown(_TABLES, gemeente="0141")),
    faulty=(Example(({"gemeente": "0153"},)), *shown(_TABLES, gemeente="0153")),
)
