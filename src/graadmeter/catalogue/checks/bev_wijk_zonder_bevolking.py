"""Wijk with care has no population."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BEV8",
    table="voorziening",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Wijk met hulp heeft geen bevolking", "Wijk with care has no population"),
    message=Text(
        ("In wijk {wijk} wonen mensen met hulp, maar het bevolkingsbestand kent er niemand jonger dan 18."),
        "Wijk {wijk} has people with care, but the population file knows nobody under 18 there.",
    ),
    remedy=Text(
        "Vul het bevolkingsbestand aan of verbeter de wijkcode.",
        "Complete the population file or correct the wijk code.",
    ),
    source="eigen regel: bevolking tegen cliënten",
    wrong="r.volg = 1 AND r.wijk IS NOT NULL AND r.wet = 'jeugdwet' AND wijkbevolking.jeugd IS NULL",
    uses=("bevolking",),
    key=("wijk", "wet"),
    fine=(
        Example(
            ({"wijk": "WK014110", "wet": "jeugdwet"},),
            other={
                "bevolking": (
                    {"wijk": "WK014110", "leeftijd": "12", "geslacht": "m", "aantal": "3", "peildatum": "2025-01-01"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"wijk": "WK014120", "wet": "jeugdwet"},),
            other={
                "bevolking": (
                    {"wijk": "WK014110", "leeftijd": "12", "geslacht": "m", "aantal": "3", "peildatum": "2025-01-01"},
                )
            },
        ),
    ),
)
