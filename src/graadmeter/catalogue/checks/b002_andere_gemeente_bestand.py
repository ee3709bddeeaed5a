"""File is of another municipality."""

from graadmeter.catalogue.table_groups import quarter_tables, shown, the_same
from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_TABLES = ("bevolking", *quarter_tables())

CHECK = Check(
    code="GM-B002",
    table="voorziening",
    tier=Tier.FILE,
    severity=Severity.STOPS_FILE,
    fields=("gemeente",),
    title=Text("Bestand is van een andere gemeente", "File is of another municipality"),
    message=Text(
        "De meeste regels van dit bestand horen bij een andere gemeente dan de gemeente die de levering doet.",
        "Most rows of this file belong to another municipality than the one that delivers.",
    ),
    remedy=Text(
        "Controleer of u het juiste bestand hebt gekozen. De gemeentecode heeft vier cijfers (0141).",
        "Check that you chose the right file. The municipality code has four digits (0141).",
    ),
    source="eigen regel: een levering is van één gemeente",
    wrong="r.gemeente <> :gemeente",
    also=the_same(_TABLES),
    share=0.5,
    fine=(Example(({"gemeente": "0141"},) * 2 + ({"gemeente": "0153"},)), *shown(_TABLES, gemeente="0141")),
    faulty=(Example(({"gemeente": "0153"},) * 2 + ({"gemeente": "0141"},)), *shown(_TABLES, gemeente="0153")),
)
