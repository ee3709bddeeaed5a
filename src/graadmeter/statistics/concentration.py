"""Concentration of a market: the Herfindahl-Hirschman index and the share of the largest."""

import math
from collections.abc import Mapping

_FULL = 100.0


def merged(amounts: Mapping[str, float], group: Mapping[str, str]) -> dict[str, float]:
    """The amounts with everyone who belongs to one group taken together; who has no group stands alone."""
    totals: dict[str, float] = {}
    for name, amount in amounts.items():
        owner = group.get(name, name)
        totals[owner] = totals.get(owner, 0.0) + amount
    return totals


def hhi(amounts: Mapping[str, float]) -> float | None:
    """The sum of squared percentages: 10,000 for one supplier, near 0 for very many; None when nothing was supplied.

    Herfindahl (1950), Hirschman (1964). The thresholds 1,000 and 1,800 are those of competition law (US 2023 merger
    guidelines): context, not a judgement. Raises ValueError for a negative amount.
    """
    total = _total(amounts)
    return math.fsum((_FULL * amount / total) ** 2 for amount in amounts.values()) if total else None


def top_share(amounts: Mapping[str, float], largest: int) -> float | None:
    """The percentage that the `largest` so many have together; None when nothing was supplied.

    Raises ValueError for a negative amount.
    """
    total = _total(amounts)
    return _FULL * math.fsum(sorted(amounts.values(), reverse=True)[:largest]) / total if total else None


def _total(amounts: Mapping[str, float]) -> float:
    if any(amount < 0 for amount in amounts.values()):
        raise ValueError("a negative amount has no share")
    return math.fsum(amounts.values())
