"""Extract is of another quarter."""

from graadmeter.catalogue.table_groups import quarter_tables, shown, the_same
from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_TABLES = quarter_tables()

CHECK = Check(
    code="GM-B003",
    table="voorziening",
    tier=Tier.FILE,
    severity=Severity.STOPS_FILE,
    fields=("kwartaal",),
    title=Text("Uittreksel is van een ander kwartaal", "Extract is of another quarter"),
    message=Text(
        "De meeste regels van dit bestand noemen een ander kwartaal dan het kwartaal van de levering.",
        "Most rows of this file name another quarter than the delivery does.",
    ),
    remedy=Text(
        (
            "Controleer het kwartaal waarvoor u levert. Het gaat om kalenderkwartalen: KW04 is oktober tot en "
            "met december."
        ),
        "Check the quarter you deliver for. These are calendar quarters: KW04 is October to December.",
    ),
    source="eigen regel; TANF-onderzoek: verwisselde kwartalen zijn de meest gemaakte fout",
    wrong="r.kwartaal <> :kwartaal",
    share=0.5,
    also=the_same(_TABLES),
    fine=(Example(({"kwartaal": "2025KW04"},) * 2 + ({"kwartaal": "2025KW03"},)), *shown(_TABLES, kwartaal="2025KW04")),
    faulty=(Example(({"kwartaal": "2025KW03"},) * 2), *shown(_TABLES, kwartaal="2025KW03")),
)
