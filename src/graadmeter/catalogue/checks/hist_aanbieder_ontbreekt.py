"""Provider is missing."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H04",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("aanbieder",),
    title=Text("Aanbieder ontbreekt", "Provider is missing"),
    message=Text(
        "Aanbieder {detail} (nu / gemiddeld in de vier kwartalen ervoor) komt niet meer voor.",
        "Provider {detail} (now / average of the four quarters before) no longer occurs.",
    ),
    remedy=Text(
        "Controleer of alle regels zijn geleverd. Klopt het, dan hoeft u niets te doen.",
        "Check that all rows were delivered. If it is right, there is nothing to do.",
    ),
    source="eigen regel: ontbrekende aanbieder",
    wrong="""
    volume.maat = 'aanbieder' AND volume.kwartalen >= 3 AND volume.gemiddeld >= 10
    AND volume.nu IS NULL
    """,
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"aanbieder": "41410001"},),
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
            ({"aanbieder": "41410002"},),
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
