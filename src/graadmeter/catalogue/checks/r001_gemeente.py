"""Row is of another municipality."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

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
    fine=(
        Example(({"gemeente": "0141"},)),
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
        Example(({"gemeente": "0153"},)),
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
