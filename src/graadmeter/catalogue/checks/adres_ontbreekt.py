"""Client is not in the address file."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-ADR2",
    table="voorziening",
    tier=Tier.ACROSS_FILES,
    severity=Severity.INFORMATION,
    fields=("wijk", "bsn"),
    title=Text("Cliënt staat niet in het adressenbestand", "Client is not in the address file"),
    message=Text(
        ("Deze cliënt heeft geen wijk en komt ook niet voor in het adressenbestand van deze levering."),
        "This client has no wijk and is not in the address file of this delivery either.",
    ),
    remedy=Text("Vul het adressenbestand aan.", "Complete the address file."),
    source="eigen regel: cliënt zonder adres",
    wrong="r.wijk IS NULL AND r.bsn NOT IN ('999999999', '000000000') AND adres.een IS NULL",
    uses=("adres",),
    fine=(
        Example(({"bsn": "009999991", "wijk": ""},), other={"adres": ({"bsn": "009999991", "wijk": "WK014110"},)}),
        Example(
            ({"bsn": "123456782", "wijk": "WK014110"},), other={"adres": ({"bsn": "009999991", "wijk": "WK014110"},)}
        ),
    ),
    faulty=(
        Example(({"bsn": "123456782", "wijk": ""},), other={"adres": ({"bsn": "009999991", "wijk": "WK014110"},)}),
    ),
)
