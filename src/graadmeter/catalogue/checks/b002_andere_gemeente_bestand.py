"""File is of another municipality."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

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
    also={
        "bevolking": "",
        "adres": "",
        "declaratie_uittreksel": "",
        "ervaring": "",
        "interventie": "",
        "ketenstap": "",
        "onderwijs": "",
        "participatiewet": "",
        "uitkomst": "",
        "wachttijd": "",
    },
    share=0.5,
    fine=(
        Example(({"gemeente": "0141"},) * 2 + ({"gemeente": "0153"},)),
        Example(({"gemeente": "0141"},), table="bevolking"),
        *(
            Example(({"gemeente": "0141"},), table=table)
            for table in (
                "adres",
                "declaratie_uittreksel",
                "ervaring",
                "interventie",
                "ketenstap",
                "onderwijs",
                "participatiewet",
                "uitkomst",
                "wachttijd",
            )
        ),
    ),
    faulty=(
        Example(({"gemeente": "0153"},) * 2 + ({"gemeente": "0141"},)),
        Example(({"gemeente": "0153"},), table="bevolking"),
        *(
            Example(({"gemeente": "0153"},), table=table)
            for table in (
                "adres",
                "declaratie_uittreksel",
                "ervaring",
                "interventie",
                "ketenstap",
                "onderwijs",
                "participatiewet",
                "uitkomst",
                "wachttijd",
            )
        ),
    ),
)
