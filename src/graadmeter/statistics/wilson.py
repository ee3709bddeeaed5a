"""The Wilson score interval of a share."""

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats
from graadmeter.statistics.normal import CONFIDENCE_95, two_sided


def wilson(part: Numbers, whole: Numbers, confidence: float = CONFIDENCE_95) -> tuple[Floats, Floats]:
    """Lowest and highest share (0-1) that fit `part` of `whole`; NaN unless 0 <= part <= whole and whole > 0.

    Source: Wilson (1927), in the form that the UKHSA uses for proportions (PHEindicatormethods 2.1.0).
    """
    o, n = np.broadcast_arrays(floats(part), floats(whole))
    valid = (o >= 0) & (o <= n) & (n > 0)
    o, n = np.where(valid, o, np.nan), np.where(valid, n, np.nan)
    z = two_sided(confidence)
    middle = 2 * o + z * z
    spread = z * np.sqrt(z * z + 4 * o * (1 - o / n))
    size = 2 * (n + z * z)
    return floats(np.maximum((middle - spread) / size, 0)), floats(np.minimum((middle + spread) / size, 1))
