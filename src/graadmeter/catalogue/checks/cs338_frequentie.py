"""Frequency does not fit the unit."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CS338",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("frequentie", "eenheid", "einddatum"),
    title=Text("Frequentie past niet bij de eenheid", "Frequency does not fit the unit"),
    message=Text(
        (
            "Eenheid {eenheid} met frequentie {frequentie} kan niet: bij etmaal, dagdeel, euro en stuk hoort per "
            "week (2), per maand (4) of totaal (6)."
        ),
        (
            "Unit {eenheid} with frequency {frequentie} cannot be: days, half-days, euros and pieces go per week "
            "(2), per month (4) or in total (6)."
        ),
    ),
    remedy=Text("Verbeter de frequentie of de eenheid.", "Correct the frequency or the unit."),
    source="iStandaarden CS338",
    wrong="""
    r.eenheid IN ('14', '16', '83', '84') AND COALESCE(r.frequentie, '') NOT IN ('2', '4', '6')
    AND (r.einddatum IS NULL OR r.einddatum > CAST('2020-12-31' AS DATE))
    """,
    fine=(
        Example(
            (
                {"eenheid": "14", "frequentie": "4"},
                {"eenheid": "01", "frequentie": "1"},
                {"eenheid": "14", "frequentie": "1", "einddatum": "2020-12-31"},
            )
        ),
    ),
    faulty=(Example(({"eenheid": "14", "frequentie": "1"}, {"eenheid": "84"})),),
)
