"""Two verdicts on a control chart: does it get better or worse, and can the process meet its target."""

from enum import StrEnum

from graadmeter.statistics.control_chart import ControlChart
from graadmeter.statistics.special_causes import Cause


class Variation(StrEnum):
    """Whether a special figure is good news; high and low where neither is better."""

    COMMON = "common"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    HIGH = "high"
    LOW = "low"


class Assurance(StrEnum):
    """Whether the process as it is meets its target: always, never, or by chance."""

    PASSES = "passes"
    FAILS = "fails"
    HIT_AND_MISS = "hit-and-miss"
    UNKNOWN = "unknown"
    """Neither high nor low is better."""


def variation(chart: ControlChart, better: int) -> tuple[Variation, ...]:
    """Per figure whether it is good or bad news; `better` is 1 where high is better, -1 for low, 0 for neither.

    The side of the mean decides, also in a run that rises or falls. Source: NHSRplotthedots 0.2.2.
    """
    return tuple(_verdict(cause, side, better) for cause, side in zip(chart.causes, chart.side, strict=True))


def assurance(chart: ControlChart, target: float, better: int) -> Assurance:
    """Whether the limits of the newest stretch lie wholly on the right side of the target, the wrong side, or across.

    `better` as for `variation`. Source: NHS England, 'Making data count'; NHSRplotthedots 0.2.2.
    """
    if better == 0:
        return Assurance.UNKNOWN
    if chart.low[-1] <= target <= chart.high[-1]:
        return Assurance.HIT_AND_MISS
    return Assurance.PASSES if (chart.low[-1] > target) == (better > 0) else Assurance.FAILS


def _verdict(cause: Cause, side: int, better: int) -> Variation:
    if cause is Cause.COMMON:
        return Variation.COMMON
    if better == 0:
        return Variation.HIGH if side > 0 else Variation.LOW
    return Variation.IMPROVEMENT if side == better else Variation.CONCERN
