"""Provider is not on the region's list."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-AANB3",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.INFORMATION,
    fields=("aanbieder",),
    title=Text("Aanbieder staat niet in de lijst van de regio", "Provider is not on the region's list"),
    message=Text(
        ("AGB-code {aanbieder} staat niet in aanbieders.csv van de regio; zij krijgt in cijfers geen naam."),
        "AGB code {aanbieder} is not in the region's aanbieders.csv; it has no name in figures.",
    ),
    remedy=Text(
        "Controleer de code; klopt zij, laat de regio de aanbieder dan toevoegen.",
        "Check the code; if it is right, have the region add the provider.",
    ),
    source="eigen regel; iStandaarden OP254",
    wrong="r.aanbieder NOT IN (:aanbieders)",
    also={"voorziening": ""},
    uses=("aanbieders",),
    fine=(
        Example(({"aanbieder": "41410001"},)),
        Example(({"aanbieder": "41410001"},), table="voorziening"),
    ),
    faulty=(
        Example(({"aanbieder": "41419999"},)),
        Example(({"aanbieder": "41419999"},), table="voorziening"),
    ),
)
