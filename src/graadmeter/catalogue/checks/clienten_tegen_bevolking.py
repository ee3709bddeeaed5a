"""More youths with care than youths."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEV6",
    table="voorziening",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Meer jeugdigen met hulp dan jeugdigen", "More youths with care than youths"),
    message=Text(
        "In wijk {wijk} staan meer jeugdigen met jeugdhulp ({detail}) dan er jeugdigen wonen.",
        "Wijk {wijk} has more youths with youth care ({detail}) than youths who live there.",
    ),
    remedy=Text("Controleer de wijkcodes en de bevolking.", "Check the wijk codes and the population."),
    source="eigen regel: bevolking tegen cliënten",
    wrong="r.volg = 1 AND wijkclienten.personen > wijkbevolking.jeugd",
    key=("wijk",),
    detail="wijkclienten.personen",
    fine=(
        Example(
            ({"wet": "jeugdwet", "bsn": "009999991", "geboortedatum": "2012-01-01", "wijk": "WK014110"},),
            other={
                "bevolking": (
                    {"wijk": "WK014110", "leeftijd": "12", "geslacht": "m", "aantal": "3", "peildatum": "2025-01-01"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            (
                {"wet": "jeugdwet", "bsn": "009999991", "geboortedatum": "2012-01-01", "wijk": "WK014110"},
                {"wet": "jeugdwet", "bsn": "123456782", "geboortedatum": "2012-01-01", "wijk": "WK014110"},
            ),
            other={
                "bevolking": (
                    {"wijk": "WK014110", "leeftijd": "12", "geslacht": "m", "aantal": "1", "peildatum": "2025-01-01"},
                )
            },
        ),
    ),
)
