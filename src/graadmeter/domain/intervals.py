"""Intervals for chance: what a share or a count could have been by luck alone, at 95 %."""

from math import sqrt

Z_95 = 1.959963984540054
"""Two-sided 95 % point of the normal distribution."""


def wilson(part: float, whole: float) -> tuple[float, float]:
    """The 95 % Wilson score interval of the share `part / whole`, as fractions between 0 and 1.

    Source: Wilson (1927), in the form of PHE's method for proportions. Raises ValueError unless 0 <= part <= whole
    and whole is positive.
    """
    if not 0 <= part <= whole or whole <= 0:
        raise ValueError(f"no share: {part} of {whole}")
    share, z2 = part / whole, Z_95 * Z_95
    centre = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    half = Z_95 * sqrt(share * (1 - share) / whole + z2 / (4 * whole * whole)) / (1 + z2 / whole)
    return max(0.0, centre - half), min(1.0, centre + half)


def byar(count: float) -> tuple[float, float]:
    """The 95 % interval of a count by Byar's approximation to the Poisson distribution; raises ValueError below 0."""
    if count < 0:
        raise ValueError(f"no count: {count}")
    low = 0.0 if count == 0 else count * (1 - 1 / (9 * count) - Z_95 / (3 * sqrt(count))) ** 3
    more = count + 1
    high = more * (1 - 1 / (9 * more) + Z_95 / (3 * sqrt(more))) ** 3
    return max(0.0, low), high
