"""Provider is new."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H09",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.INFORMATION,
    fields=("aanbieder",),
    title=Text("Aanbieder is nieuw", "Provider is new"),
    message=Text(
        ("Aanbieder {detail} (nu / gemiddeld in de vier kwartalen ervoor) kwam in de vorige kwartalen niet voor."),
        ("Provider {detail} (now / average of the four quarters before) did not occur in the quarters before."),
    ),
    remedy=Text(
        "Controleer of de AGB-code juist is. Klopt het, dan hoeft u niets te doen.",
        "Check the AGB code. If it is right, there is nothing to do.",
    ),
    source="eigen regel: volume tegen eerdere kwartalen",
    wrong="volume.maat = 'aanbieder' AND volume.nu >= 20 AND volume.gemiddeld IS NULL",
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"aanbieder": "41410001"},) * 20,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "aanbieder", "code": "41410001", "aantal": "20"},
                    {"kw": "8101", "maat": "aanbieder", "code": "41410001", "aantal": "20"},
                    {"kw": "8100", "maat": "aanbieder", "code": "41410001", "aantal": "20"},
                    {"kw": "8099", "maat": "aanbieder", "code": "41410001", "aantal": "20"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"aanbieder": "41410002"},) * 20,
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "aanbieder", "code": "41410001", "aantal": "20"},
                    {"kw": "8101", "maat": "aanbieder", "code": "41410001", "aantal": "20"},
                    {"kw": "8100", "maat": "aanbieder", "code": "41410001", "aantal": "20"},
                    {"kw": "8099", "maat": "aanbieder", "code": "41410001", "aantal": "20"},
                )
            },
        ),
    ),
)
