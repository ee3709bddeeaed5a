"""Row is of another quarter."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-R002",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("kwartaal",),
    title=Text("Regel is van een ander kwartaal", "Row is of another quarter"),
    message=Text(
        "Deze regel noemt kwartaal {kwartaal}; de levering gaat over een ander kwartaal.",
        "This row names quarter {kwartaal}; the delivery is about another one.",
    ),
    remedy=Text(
        "Haal de regel uit het bestand of verbeter het kwartaal.",
        "Take the row out of the file or correct the quarter.",
    ),
    source="eigen regel: een uittreksel is van één kwartaal",
    wrong="r.kwartaal <> :kwartaal",
    needs=("GM-B003",),
    also={
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
        Example(({"kwartaal": "2025KW04"},)),
        *(
            Example(({"kwartaal": "2025KW04"},), table=table)
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
        Example(({"kwartaal": "2025KW03"},)),
        *(
            Example(({"kwartaal": "2025KW03"},), table=table)
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
