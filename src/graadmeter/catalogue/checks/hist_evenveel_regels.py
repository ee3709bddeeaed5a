"""Exactly as many rows as the previous quarter."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H14",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.INFORMATION,
    fields=("bsn",),
    title=Text("Precies evenveel regels als het vorige kwartaal", "Exactly as many rows as the previous quarter"),
    message=Text(
        (
            "Tabel {detail} (nu / gemiddeld in de vier kwartalen ervoor) heeft precies evenveel "
            "regels als het vorige kwartaal."
        ),
        (
            "Table {detail} (now / average of the four quarters before) has exactly as many rows as "
            "the previous quarter."
        ),
    ),
    remedy=Text(
        "Controleer of u niet het bestand van het vorige kwartaal hebt geleverd.",
        "Check that you did not deliver the file of the previous quarter.",
    ),
    source="eigen regel: volume tegen eerdere kwartalen",
    wrong=("volume.maat = 'tabel' AND volume.nu >= 500 AND volume.nu = volume.vorig AND volume.code <> 'bevolking'"),
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"bsn": "009999991"},) * 501,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "tabel", "code": "voorziening", "aantal": "500"},
                    {"kw": "8101", "maat": "tabel", "code": "voorziening", "aantal": "500"},
                    {"kw": "8100", "maat": "tabel", "code": "voorziening", "aantal": "500"},
                    {"kw": "8099", "maat": "tabel", "code": "voorziening", "aantal": "500"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"bsn": "009999991"},) * 500,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "tabel", "code": "voorziening", "aantal": "500"},
                    {"kw": "8101", "maat": "tabel", "code": "voorziening", "aantal": "500"},
                    {"kw": "8100", "maat": "tabel", "code": "voorziening", "aantal": "500"},
                    {"kw": "8099", "maat": "tabel", "code": "voorziening", "aantal": "500"},
                )
            },
        ),
    ),
)
