"""Concentration of a market: the Herfindahl-Hirschman index and the share of the largest."""

import math
from collections.abc import Mapping

import numpy as np

from graadmeter.statistics.arrays import Floats, Ints

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


def hhi_of_groups(group: Ints, amount: Floats) -> Floats:
    """As `hhi`, of many markets at once: `group` says to which of the markets 0, 1, ... each amount belongs.

    Not a number for a market without supply. The order of the amounts does not matter, to the last bit.
    """
    total = _totals(group, amount)
    order = np.argsort(group, kind="stable")
    with np.errstate(divide="ignore", invalid="ignore"):
        squares = ((_FULL * amount / total[group]) ** 2)[order].tolist()
    ends = np.cumsum(np.bincount(group, minlength=len(total))).tolist()
    sums = [math.fsum(squares[start:end]) for start, end in zip([0, *ends], ends, strict=False)]
    return np.where(total > 0, np.array(sums, dtype=np.float64), np.nan)


def top_share_of_groups(group: Ints, amount: Floats, largest: int) -> Floats:
    """As `top_share`, of many markets at once; amounts are whole numbers."""
    total = _totals(group, amount)
    order = np.lexsort((-amount, group))
    many = np.bincount(group, minlength=len(total))
    place = np.arange(len(group)) - np.repeat(np.cumsum(many) - many, many)
    top = order[place < largest]
    share = _FULL * np.bincount(group[top], weights=amount[top], minlength=len(total))
    return np.asarray(np.divide(share, total, out=np.full(len(total), np.nan), where=total > 0))


def _totals(group: Ints, amount: Floats) -> Floats:
    if (amount < 0).any():
        raise ValueError("a negative amount has no share")
    return np.bincount(group, weights=amount).astype(np.float64)


def _total(amounts: Mapping[str, float]) -> float:
    if any(amount < 0 for amount in amounts.values()):
        raise ValueError("a negative amount has no share")
    return math.fsum(amounts.values())
