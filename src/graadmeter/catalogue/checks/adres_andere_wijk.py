"""Wijk differs from the address file."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-ADR3",
    table="voorziening",
    tier=Tier.ACROSS_FILES,
    severity=Severity.INFORMATION,
    fields=("wijk", "bsn"),
    title=Text("Wijk verschilt van het adressenbestand", "Wijk differs from the address file"),
    message=Text(
        ("Het uittreksel noemt wijk {wijk}; het adressenbestand {detail}. De gezagsdrager kan elders wonen."),
        ("The extract names wijk {wijk}; the address file {detail}. The authority holder may live elsewhere."),
    ),
    remedy=Text("U hoeft niets te doen.", "There is nothing to do."),
    source="eigen regel: adressen; woonplaatsbeginsel",
    wrong="r.wijk <> adres.wijk",
    detail="adres.wijk",
    fine=(
        Example(
            ({"bsn": "009999991", "wijk": "WK014110"},), other={"adres": ({"bsn": "009999991", "wijk": "WK014110"},)}
        ),
    ),
    faulty=(
        Example(
            ({"bsn": "009999991", "wijk": "WK014120"},), other={"adres": ({"bsn": "009999991", "wijk": "WK014110"},)}
        ),
    ),
)
