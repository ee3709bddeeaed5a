"""Did those who would start already go another way before they did?

Source: Callaway & Sant'Anna (2021), the Wald test that all effects before the start are zero. Passing it does not show
that trends would have stayed parallel: with few units only large differences are seen.
"""

import numpy as np

from graadmeter.statistics.callaway_santanna import GroupEffects
from graadmeter.statistics.gamma import share_below
from graadmeter.statistics.panel import UnusablePanel

_SINGULAR = 1e12


def parallel_trends(found: GroupEffects) -> float:
    """The chance of effects before the start as large as these when trends were parallel.

    Raises UnusablePanel when there are none, or more than the units can tell apart.
    """
    before = found.time < found.group
    effect, influence = found.effect[before], found.influence[:, before]
    covariance = influence.T @ influence / influence.shape[0] ** 2
    if not effect.size or np.linalg.cond(covariance) > _SINGULAR:
        raise UnusablePanel(
            f"{influence.shape[0]} units cannot test {effect.size} effects before the start together: look at each"
        )
    squares = effect @ np.linalg.solve(covariance, effect)
    return float(1 - share_below(squares / 2, effect.size / 2))
