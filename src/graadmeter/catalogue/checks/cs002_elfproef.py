"""The BSN fails the eleven test; 999999999 (unknown) is for another check."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CS002",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("bsn",),
    title=Text("BSN voldoet niet aan de elfproef", "BSN fails the eleven test"),
    message=Text(
        "Het BSN voldoet niet aan de elfproef: er zit een tikfout in.",
        "The BSN fails the eleven test: there is a typing error in it.",
    ),
    remedy=Text(
        "Zoek het juiste BSN op in de BRP of in uw dossier en lever opnieuw.",
        "Look up the right BSN in the register or in your file and deliver again.",
    ),
    source="iStandaarden CS002",
    wrong="r.bsn_rest <> 0 AND r.bsn <> '999999999'",
    also={
        "start": "",
        "stop": "",
        "verzoek": "",
        "prestatie": "",
        "voorziening": "",
        "adres": "",
        "declaratie_uittreksel": "",
        "ketenstap": "",
        "onderwijs": "",
        "participatiewet": "",
        "uitkomst": "",
        "wachttijd": "",
    },
    fine=(
        Example(({"bsn": "009999991"}, {"bsn": "999999999"})),
        Example(({"bsn": "009999991"},), table="start"),
        Example(({"bsn": "009999991"},), table="stop"),
        Example(({"bsn": "009999991"},), table="verzoek"),
        Example(({"bsn": "009999991"},), table="prestatie"),
        Example(({"bsn": "009999991"},), table="voorziening"),
        *(
            Example(({"bsn": "009999991"},), table=table)
            for table in (
                "adres",
                "declaratie_uittreksel",
                "ketenstap",
                "onderwijs",
                "participatiewet",
                "uitkomst",
                "wachttijd",
            )
        ),
    ),
    faulty=(
        Example(({"bsn": "009999995"},)),
        Example(({"bsn": "123456789"},), table="start"),
        Example(({"bsn": "123456789"},), table="stop"),
        Example(({"bsn": "123456789"},), table="verzoek"),
        Example(({"bsn": "123456789"},), table="prestatie"),
        Example(({"bsn": "123456789"},), table="voorziening"),
        *(
            Example(({"bsn": "123456789"},), table=table)
            for table in (
                "adres",
                "declaratie_uittreksel",
                "ketenstap",
                "onderwijs",
                "participatiewet",
                "uitkomst",
                "wachttijd",
            )
        ),
    ),
)
