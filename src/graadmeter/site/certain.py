"""When a difference may be called one on a page where many figures were looked at to find it.

A margin of 95 % is exceeded by chance in 1 of 20 cases, so of fifty indicators some always 'change'. What is picked out
because it is large must exceed a margin of 99.8 % (1 of 500). The margin of a difference is that of Newcombe (1998),
method 10: the square root of the sum of squares of the margins that the two figures have towards each other.
"""

from math import hypot

from graadmeter.charts.datum import Datum
from graadmeter.domain.comparison import Direction

_STRETCH = 3.0902 / 1.9600
"""From the 95 % to the 99.8 % limits of a normal deviate."""


def clearly_moved(now: Datum, before: Datum) -> int:
    """1 when clearly risen, -1 when clearly fallen, 0 when not or when there is no interval to tell.

    A provisional figure is too low as long as deliveries are late: that it fell is never said.
    """
    if not now.has_interval or not before.has_interval:
        return 0
    change = now.figure - before.figure
    if change > 0:
        margin = hypot(now.figure - now.bounds[0], before.bounds[1] - before.figure)
        return int(change > _STRETCH * margin)
    margin = hypot(now.bounds[1] - now.figure, before.figure - before.bounds[0])
    return -int(-change > _STRETCH * margin and not now.provisional)


def clearly_apart(datum: Datum, reference: Datum) -> int:
    """1 when clearly higher than the reference figure, -1 when clearly lower, 0 when not or not to be told."""
    if not datum.has_interval or not reference.shown:
        return 0
    low, high = datum.bounds
    above = reference.figure < datum.figure - _STRETCH * (datum.figure - low)
    below = reference.figure > datum.figure + _STRETCH * (high - datum.figure)
    return int(above) - int(below)


def fell_too_early(trend: Direction | None, now: Datum) -> bool:
    """Whether a tested direction is a fall that ends in a provisional figure: late deliveries may take it away."""
    return trend is Direction.FALLING and now.provisional
