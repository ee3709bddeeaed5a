"""Far more rows than usual."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H13",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("bsn",),
    title=Text("Veel meer regels dan anders", "Far more rows than usual"),
    message=Text(
        (
            "Tabel {detail} (nu / gemiddeld in de vier kwartalen ervoor): meer dan drie keer het "
            "vorige kwartaal en het gemiddelde."
        ),
        (
            "Table {detail} (now / average of the four quarters before): more than three times the "
            "previous quarter and the average."
        ),
    ),
    remedy=Text(
        "Controleer of er geen oude kwartalen of dubbele bestanden zijn meegeleverd.",
        "Check that no old quarters or double files were delivered along.",
    ),
    source="eigen regel: volume tegen eerdere kwartalen",
    wrong=(
        "volume.maat = 'tabel' AND volume.kwartalen >= 2 AND volume.vorig >= 20 AND volume.nu >= "
        "200 AND volume.nu > 3 * volume.vorig AND volume.nu > 3 * volume.gemiddeld AND "
        "volume.code <> 'bevolking'"
    ),
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"bsn": "009999991"},) * 30,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "tabel", "code": "voorziening", "aantal": "20"},
                    {"kw": "8101", "maat": "tabel", "code": "voorziening", "aantal": "20"},
                    {"kw": "8100", "maat": "tabel", "code": "voorziening", "aantal": "20"},
                    {"kw": "8099", "maat": "tabel", "code": "voorziening", "aantal": "20"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"bsn": "009999991"},) * 210,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "tabel", "code": "voorziening", "aantal": "20"},
                    {"kw": "8101", "maat": "tabel", "code": "voorziening", "aantal": "20"},
                    {"kw": "8100", "maat": "tabel", "code": "voorziening", "aantal": "20"},
                    {"kw": "8099", "maat": "tabel", "code": "voorziening", "aantal": "20"},
                )
            },
        ),
    ),
)
