"""Number of clients of a wijk differs strongly."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H05",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Aantal cliënten van een wijk wijkt sterk af", "Number of clients of a wijk differs strongly"),
    message=Text(
        "Wijk {detail} (nu / gemiddeld in de vier kwartalen ervoor).",
        "Wijk {detail} (now / average of the four quarters before).",
    ),
    remedy=Text(
        "Controleer of de wijkindeling is veranderd. Klopt het, dan hoeft u niets te doen.",
        "Check whether the division into wijken has changed. If it is right, there is nothing to do.",
    ),
    source="eigen regel: volume tegen eerdere kwartalen",
    wrong="""
    volume.maat = 'wijk' AND volume.kwartalen >= 3 AND volume.gemiddeld >= 40
    AND ABS(COALESCE(volume.nu, 0) - volume.gemiddeld) * 2 > volume.gemiddeld
    """,
    uses=("eerder_volume",),
    fine=(
        Example(
            tuple({"wijk": "WK014110", "bsn": f"{number:09d}"} for number in range(40)),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "wijk", "code": "WK014110", "aantal": "50"},
                    {"kw": "8101", "maat": "wijk", "code": "WK014110", "aantal": "50"},
                    {"kw": "8100", "maat": "wijk", "code": "WK014110", "aantal": "50"},
                    {"kw": "8099", "maat": "wijk", "code": "WK014110", "aantal": "50"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"wijk": "WK014110"},),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "wijk", "code": "WK014110", "aantal": "50"},
                    {"kw": "8101", "maat": "wijk", "code": "WK014110", "aantal": "50"},
                    {"kw": "8100", "maat": "wijk", "code": "WK014110", "aantal": "50"},
                    {"kw": "8099", "maat": "wijk", "code": "WK014110", "aantal": "50"},
                )
            },
        ),
    ),
)
