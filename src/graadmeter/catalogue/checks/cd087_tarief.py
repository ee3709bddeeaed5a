"""Tariff is missing or out of place."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CD087",
    table="prestatie",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("tarief", "eenheid"),
    title=Text("Tarief ontbreekt of hoort er niet", "Tariff is missing or out of place"),
    message=Text(
        (
            "Eenheid {eenheid} met tarief {tarief}: bij eenheid 83 (euro) is het tarief leeg, bij elke andere "
            "eenheid gevuld."
        ),
        (
            "Unit {eenheid} with tariff {tarief}: with unit 83 (euro) the tariff is empty, with any other unit "
            "it is filled."
        ),
    ),
    remedy=Text("Vraag de aanbieder de declaratieregel te verbeteren.", "Ask the provider to correct the claim line."),
    source="iStandaarden CD087",
    wrong="(r.eenheid <> '83' AND r.tarief IS NULL) OR (r.eenheid = '83' AND r.tarief IS NOT NULL)",
    fine=(Example(({"eenheid": "04", "tarief": "9000"}, {"eenheid": "83"})),),
    faulty=(Example(({"eenheid": "04"}, {"eenheid": "83", "tarief": "9000"})),),
)
