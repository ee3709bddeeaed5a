"""The course of a kind of intervention by quarter: what was seen, and what would have been without it."""

from collections.abc import Iterator

import numpy as np

from graadmeter.domain.periods import quarter
from graadmeter.evaluate.arm import Arm
from graadmeter.evaluate.effect import Effect
from graadmeter.evaluate.rounding import rate


def course(arm: Arm, of: Effect) -> Iterator[dict[str, object]]:
    """Rows of COURSE. The band is that of the mean effect: which courses without the intervention fit what was seen."""
    low, high = of.narrow
    begins = np.array(list(arm.plan.treated.values()))
    for place, at in enumerate(arm.plan.quarters.tolist()):
        started, expected = int((begins <= at).sum()), float(of.expected[place])
        share = started / begins.size
        yield {
            "soort": arm.kind,
            "area": arm.region.code,
            "period": quarter(at).code,
            "treated": started,
            "observed": rate(float(of.observed[place])),
            "expected": rate(expected),
            "low": rate(expected + share * (of.every.effect - high)) if started else None,
            "high": rate(expected + share * (of.every.effect - low)) if started else None,
        }
