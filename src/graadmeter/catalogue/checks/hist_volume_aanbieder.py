"""Number of a provider differs strongly."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H03",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("aanbieder",),
    title=Text("Aantal van een aanbieder wijkt sterk af", "Number of a provider differs strongly"),
    message=Text(
        "Aanbieder {detail} (nu / gemiddeld in de vier kwartalen ervoor).",
        "Provider {detail} (now / average of the four quarters before).",
    ),
    remedy=Text(
        "Controleer of alle regels zijn geleverd. Klopt het, dan hoeft u niets te doen.",
        "Check that all rows were delivered. If it is right, there is nothing to do.",
    ),
    source="eigen regel: volume tegen eerdere kwartalen",
    wrong="""
    volume.maat = 'aanbieder' AND volume.kwartalen >= 3 AND volume.gemiddeld >= 40
    AND ABS(volume.nu - volume.gemiddeld) * 2 > volume.gemiddeld
    """,
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"aanbieder": "41410001"},) * 40,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "aanbieder", "code": "41410001", "aantal": "50"},
                    {"kw": "8101", "maat": "aanbieder", "code": "41410001", "aantal": "50"},
                    {"kw": "8100", "maat": "aanbieder", "code": "41410001", "aantal": "50"},
                    {"kw": "8099", "maat": "aanbieder", "code": "41410001", "aantal": "50"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"aanbieder": "41410001"},) * 10,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "aanbieder", "code": "41410001", "aantal": "50"},
                    {"kw": "8101", "maat": "aanbieder", "code": "41410001", "aantal": "50"},
                    {"kw": "8100", "maat": "aanbieder", "code": "41410001", "aantal": "50"},
                    {"kw": "8099", "maat": "aanbieder", "code": "41410001", "aantal": "50"},
                )
            },
        ),
    ),
)
