"""BSN fails the eleven test."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-VT01",
    table="vt_melding",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("bsn",),
    title=Text("BSN voldoet niet aan de elfproef", "BSN fails the eleven test"),
    message=Text(
        "Dit BSN bestaat niet. Bij Veilig Thuis is onbekend 000000000 en ongeboren 999999999.",
        "This BSN does not exist. For Veilig Thuis unknown is 000000000 and unborn 999999999.",
    ),
    remedy=Text("Verbeter het BSN, of vul 000000000 in.", "Correct the BSN, or fill in 000000000."),
    source="Protocol Veilig Thuis, BSN (onbekend 000000000, ongeboren 999999999)",
    wrong="r.bsn_rest <> 0 AND r.bsn <> '999999999'",
    also={"vt_onderzoek": ""},
    fine=(
        Example(({"bsn": "009999991"},)),
        Example(({"bsn": "999999999"},)),
        Example(({"bsn": "000000000"},)),
        Example(({"bsn": "009999991"},), table="vt_onderzoek"),
        Example(({"bsn": "999999999"},), table="vt_onderzoek"),
        Example(({"bsn": "000000000"},), table="vt_onderzoek"),
    ),
    faulty=(
        Example(({"bsn": "009999992"},)),
        Example(({"bsn": "009999992"},), table="vt_onderzoek"),
    ),
)
