"""What becomes of a delivery."""

import pytest

from graadmeter.check.verdict import verdict_of
from graadmeter.domain.deliveries import TableCount
from graadmeter.domain.findings import Verdict


@pytest.mark.parametrize(
    ("used", "rejected", "refused", "found", "verdict"),
    [
        (5, 0, False, False, Verdict.ACCEPTED),
        (0, 0, False, False, Verdict.ACCEPTED),
        (5, 0, False, True, Verdict.ACCEPTED_WITH_FINDINGS),
        (5, 1, False, True, Verdict.PARTLY),
        (5, 0, True, True, Verdict.PARTLY),
        (0, 0, True, True, Verdict.REFUSED),
        (0, 3, False, True, Verdict.REFUSED),
    ],
)
def test_verdict(used: int, rejected: int, refused: bool, found: bool, verdict: Verdict) -> None:
    count = TableCount("start", used + rejected, used, rejected)
    assert verdict_of([count], refused=refused, found=found) is verdict
