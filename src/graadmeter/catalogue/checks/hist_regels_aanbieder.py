"""Number of claim lines of a provider differs strongly."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H06",
    table="prestatie",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("aanbieder",),
    title=Text(
        "Aantal declaratieregels van een aanbieder wijkt sterk af",
        "Number of claim lines of a provider differs strongly",
    ),
    message=Text(
        "Aanbieder {detail} regels (nu / gemiddeld in de vier kwartalen ervoor).",
        "Provider {detail} lines (now / average of the four quarters before).",
    ),
    remedy=Text(
        "Controleer of alle regels zijn geleverd. Klopt het, dan hoeft u niets te doen.",
        "Check that all rows were delivered. If it is right, there is nothing to do.",
    ),
    source="eigen regel; iStandaarden TR318 (aansluitende declaratieperioden)",
    wrong="""
    volume.maat = 'regels' AND volume.kwartalen >= 3 AND volume.gemiddeld >= 100
    AND ABS(COALESCE(volume.nu, 0) - volume.gemiddeld) * 2 > volume.gemiddeld
    """,
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"aanbieder": "41410001", "debet_credit": "D"},) * 90,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "regels", "code": "41410001", "aantal": "110"},
                    {"kw": "8101", "maat": "regels", "code": "41410001", "aantal": "110"},
                    {"kw": "8100", "maat": "regels", "code": "41410001", "aantal": "110"},
                    {"kw": "8099", "maat": "regels", "code": "41410001", "aantal": "110"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"aanbieder": "41410001", "debet_credit": "D"},) * 300,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "regels", "code": "41410001", "aantal": "110"},
                    {"kw": "8101", "maat": "regels", "code": "41410001", "aantal": "110"},
                    {"kw": "8100", "maat": "regels", "code": "41410001", "aantal": "110"},
                    {"kw": "8099", "maat": "regels", "code": "41410001", "aantal": "110"},
                )
            },
        ),
        Example(
            ({"aanbieder": "41410002", "debet_credit": "D"},),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "regels", "code": "41410001", "aantal": "110"},
                    {"kw": "8101", "maat": "regels", "code": "41410001", "aantal": "110"},
                    {"kw": "8100", "maat": "regels", "code": "41410001", "aantal": "110"},
                    {"kw": "8099", "maat": "regels", "code": "41410001", "aantal": "110"},
                )
            },
        ),
    ),
)
