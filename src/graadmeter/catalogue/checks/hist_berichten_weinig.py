"""Far fewer rows than usual."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H12",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("bsn",),
    title=Text("Veel minder regels dan anders", "Far fewer rows than usual"),
    message=Text(
        (
            "Tabel {detail} (nu / gemiddeld in de vier kwartalen ervoor): minder dan een derde van "
            "het vorige kwartaal en van het gemiddelde."
        ),
        (
            "Table {detail} (now / average of the four quarters before): less than a third of the "
            "previous quarter and of the average."
        ),
    ),
    remedy=Text(
        "Controleer of alle bestanden en berichten zijn geleverd.", "Check that all files and messages were delivered."
    ),
    source="eigen regel: volume tegen eerdere kwartalen",
    wrong=(
        "volume.maat = 'tabel' AND volume.nu > 0 AND volume.kwartalen >= 2 AND volume.vorig >= 60"
        " AND volume.nu * 3 < volume.vorig AND volume.nu * 3 < volume.gemiddeld AND volume.code "
        "<> 'bevolking'"
    ),
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"bsn": "009999991"},) * 30,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "tabel", "code": "voorziening", "aantal": "60"},
                    {"kw": "8101", "maat": "tabel", "code": "voorziening", "aantal": "60"},
                    {"kw": "8100", "maat": "tabel", "code": "voorziening", "aantal": "60"},
                    {"kw": "8099", "maat": "tabel", "code": "voorziening", "aantal": "60"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"bsn": "009999991"},) * 10,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "tabel", "code": "voorziening", "aantal": "60"},
                    {"kw": "8101", "maat": "tabel", "code": "voorziening", "aantal": "60"},
                    {"kw": "8100", "maat": "tabel", "code": "voorziening", "aantal": "60"},
                    {"kw": "8099", "maat": "tabel", "code": "voorziening", "aantal": "60"},
                )
            },
        ),
    ),
)
