"""BSN cannot be a person's."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BSN3",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("bsn",),
    title=Text("BSN kan niet van een persoon zijn", "BSN cannot be a person's"),
    message=Text(
        "Dit BSN is een testnummer of begint met twee nullen. Zo'n nummer is aan niemand gegeven.",
        "This BSN is a test number or starts with two zeros. Such a number was given to nobody.",
    ),
    remedy=Text(
        "Zoek het juiste BSN op. Is er geen BSN, vul dan 999999999 in.",
        "Look up the right BSN. If there is none, fill in 999999999.",
    ),
    source="Logisch Ontwerp BSN; testnummers 999900006-999999990",
    wrong=(
        "(SUBSTR(r.bsn, 1, 2) = '00' AND r.bsn <> '000000000' AND NOT :fictief) OR (r.bsn BETWEEN "
        "'999900006' AND '999999990')"
    ),
    needs=("GM-CS002",),
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
        Example(({"bsn": "123456782"},)),
        Example(({"bsn": "123456782"},), table="start"),
        Example(({"bsn": "123456782"},), table="stop"),
        Example(({"bsn": "123456782"},), table="verzoek"),
        Example(({"bsn": "123456782"},), table="prestatie"),
        Example(({"bsn": "123456782"},), table="voorziening"),
        *(
            Example(({"bsn": "123456782"},), table=table)
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
        Example(({"bsn": "009999991"}, {"bsn": "999990019"})),
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
)
