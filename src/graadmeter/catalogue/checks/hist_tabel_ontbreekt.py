"""A usual table or kind of message is missing."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H01",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("kwartaal",),
    title=Text("Een vaste tabel of berichtsoort ontbreekt", "A usual table or kind of message is missing"),
    message=Text(
        "Er is nu niets, eerder wel: {detail} (nu / gemiddeld in de vier kwartalen ervoor).",
        "There is nothing now where there was before: {detail} (now / average of the four quarters before).",
    ),
    remedy=Text(
        "Lever het ontbrekende bestand of de ontbrekende berichten na.", "Deliver the missing file or messages."
    ),
    source="eigen regel: volledigheid tegen eerdere leveringen",
    wrong="""
    volume.maat = 'tabel' AND volume.vorig >= 20 AND volume.nu = 0
    AND volume.code IN ('toewijzing', 'start', 'stop', 'prestatie', 'voorziening')
    """,
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"kwartaal": "2025KW04"},),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "tabel", "code": "voorziening", "aantal": "300"},
                    {"kw": "8101", "maat": "tabel", "code": "start", "aantal": "300"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"kwartaal": "2025KW04"},),
            other={"eerder_volume": ({"kw": "8102", "maat": "tabel", "code": "start", "aantal": "300"},)},
        ),
    ),
)
