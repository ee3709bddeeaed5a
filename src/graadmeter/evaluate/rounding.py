"""How precisely an estimate is told. What has no end is told as empty."""

from math import isfinite


def rate(number: float) -> float | None:
    """Per 1,000 youths, two decimals."""
    return round(number, 2) + 0.0 if isfinite(number) else None


def whole(number: float) -> float | None:
    """Trajectories, euros per trajectory or per cents, whole."""
    return float(round(number)) + 0.0 if isfinite(number) else None


def thousands(number: float) -> float | None:
    """Amounts, in whole thousands of euros."""
    return float(round(number, -3)) + 0.0 if isfinite(number) else None
