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
            (
                {"wijk": "WK014110", "bsn": "000000000"},
                {"wijk": "WK014110", "bsn": "000000001"},
                {"wijk": "WK014110", "bsn": "000000002"},
                {"wijk": "WK014110", "bsn": "000000003"},
                {"wijk": "WK014110", "bsn": "000000004"},
                {"wijk": "WK014110", "bsn": "000000005"},
                {"wijk": "WK014110", "bsn": "000000006"},
                {"wijk": "WK014110", "bsn": "000000007"},
                {"wijk": "WK014110", "bsn": "000000008"},
                {"wijk": "WK014110", "bsn": "000000009"},
                {"wijk": "WK014110", "bsn": "000000010"},
                {"wijk": "WK014110", "bsn": "000000011"},
                {"wijk": "WK014110", "bsn": "000000012"},
                {"wijk": "WK014110", "bsn": "000000013"},
                {"wijk": "WK014110", "bsn": "000000014"},
                {"wijk": "WK014110", "bsn": "000000015"},
                {"wijk": "WK014110", "bsn": "000000016"},
                {"wijk": "WK014110", "bsn": "000000017"},
                {"wijk": "WK014110", "bsn": "000000018"},
                {"wijk": "WK014110", "bsn": "000000019"},
                {"wijk": "WK014110", "bsn": "000000020"},
                {"wijk": "WK014110", "bsn": "000000021"},
                {"wijk": "WK014110", "bsn": "000000022"},
                {"wijk": "WK014110", "bsn": "000000023"},
                {"wijk": "WK014110", "bsn": "000000024"},
                {"wijk": "WK014110", "bsn": "000000025"},
                {"wijk": "WK014110", "bsn": "000000026"},
                {"wijk": "WK014110", "bsn": "000000027"},
                {"wijk": "WK014110", "bsn": "000000028"},
                {"wijk": "WK014110", "bsn": "000000029"},
                {"wijk": "WK014110", "bsn": "000000030"},
                {"wijk": "WK014110", "bsn": "000000031"},
                {"wijk": "WK014110", "bsn": "000000032"},
                {"wijk": "WK014110", "bsn": "000000033"},
                {"wijk": "WK014110", "bsn": "000000034"},
                {"wijk": "WK014110", "bsn": "000000035"},
                {"wijk": "WK014110", "bsn": "000000036"},
                {"wijk": "WK014110", "bsn": "000000037"},
                {"wijk": "WK014110", "bsn": "000000038"},
                {"wijk": "WK014110", "bsn": "000000039"},
            ),
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
            ({"wijk": "WK014110", "bsn": "009999991"},),
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
