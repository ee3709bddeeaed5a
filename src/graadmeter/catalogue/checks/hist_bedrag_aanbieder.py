"""Amount claimed by a provider differs strongly."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H06",
    table="prestatie",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("aanbieder", "bedrag"),
    title=Text("Gedeclareerd bedrag van een aanbieder wijkt sterk af", "Amount claimed by a provider differs strongly"),
    message=Text(
        "Aanbieder {detail} cent (nu / gemiddeld in de vier kwartalen ervoor).",
        "Provider {detail} cents (now / average of the four quarters before).",
    ),
    remedy=Text(
        "Controleer of alle regels zijn geleverd. Klopt het, dan hoeft u niets te doen.",
        "Check that all rows were delivered. If it is right, there is nothing to do.",
    ),
    source="eigen regel; iStandaarden TR318 (aansluitende declaratieperioden)",
    wrong="""
    volume.maat = 'bedrag' AND volume.kwartalen >= 3 AND volume.gemiddeld >= 5000000
    AND ABS(COALESCE(volume.nu, 0) - volume.gemiddeld) * 2 > volume.gemiddeld
    """,
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"aanbieder": "41410001", "bedrag": "5500000", "debet_credit": "D"},),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8101", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8100", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8099", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"aanbieder": "41410001", "bedrag": "15500000", "debet_credit": "D"},),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8101", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8100", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8099", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                )
            },
        ),
        Example(
            ({"aanbieder": "41410002", "bedrag": "1", "debet_credit": "D"},),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8101", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8100", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                    {"kw": "8099", "maat": "bedrag", "code": "41410001", "aantal": "6000000"},
                )
            },
        ),
    ),
)
