"""Why spending changed: Bennet's split by new and ended products, clients, mix, units per client and price.

Bennet (1920). A product's amount is clients in total x its share of them (mix) x units per client x price. The effect
of a factor is its change times the mean of the others over all orders in which they could have changed (Shapley's
value; with two factors Bennet's original). So the parts add up to the change exactly, and going back gives the same
parts with the other sign. Products without clients or units in one of the years have no price there: new or ended.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import product as choices
from math import factorial
from operator import mul
from typing import TypeVar

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats

PARTS = ("nieuw", "beeindigd", "clienten", "mix", "eenheden", "prijs")
"""The causes, in the order in which a waterfall shows them."""

_FACTORS = PARTS[2:]
_Number = TypeVar("_Number", float, Floats)


@dataclass(frozen=True, slots=True)
class Use:
    """What was used and paid of one product in one year."""

    clients: float
    units: float
    amount: float


Split = dict[str, float]


def bennet(
    before: Mapping[str, Use], after: Mapping[str, Use], *, clients: tuple[float, float] | None = None
) -> dict[str, Split]:
    """The change in amount per product, by cause; add up over products for the whole.

    `clients` are the distinct clients of all products before and after; without them, the sums over products. Then
    'mix' is also what changed in how many products a client uses. Raises ValueError when a total of clients is not
    positive while products go on.
    """
    both = sorted(name for name in before.keys() & after.keys() if _has_price(before[name]) and _has_price(after[name]))
    totals = clients or (_clients(before), _clients(after))
    if both and min(totals) <= 0:
        raise ValueError("products were used by nobody")
    split: dict[str, Split] = {}
    for name in sorted(before.keys() | after.keys()):
        parts = dict.fromkeys(PARTS, 0.0)
        if name in both:
            then, now = _factors(before[name], totals[0]), _factors(after[name], totals[1])
            parts |= dict(zip(_FACTORS, shapley(then, now), strict=True))
        else:
            parts["nieuw"] = after[name].amount if name in after else 0.0
            parts["beeindigd"] = -before[name].amount if name in before else 0.0
        split[name] = parts
    return split


@dataclass(frozen=True, slots=True)
class Uses:
    """As `Use`, of many products at once: arrays of one length. Zeros are for a product that was not used."""

    clients: Floats
    units: Floats
    amount: Floats


def bennet_of_all(before: Uses, after: Uses, totals: tuple[Floats, Floats]) -> dict[str, Floats]:
    """As `bennet`, of many products at once: the change in amount of each, by cause.

    `totals` are the distinct clients before and after of the whole that each product is part of; none may be 0.
    """
    both = _used(before) & _used(after)
    then, now = (_factors_of(uses, total, both) for uses, total in ((before, totals[0]), (after, totals[1])))
    parts = {"nieuw": np.where(both, 0.0, after.amount), "beeindigd": np.where(both, 0.0, -before.amount)}
    for name, effect in zip(_FACTORS, shapley(then, now), strict=True):
        parts[name] = np.where(both, effect, 0.0)
    return parts


def shapley(before: tuple[_Number, ...], after: tuple[_Number, ...]) -> Iterator[_Number]:
    """The effect of each factor on the change of their product; together they are that change."""
    size = len(before)
    for place in range(size):
        others = [(then, now) for index, (then, now) in enumerate(zip(before, after, strict=True)) if index != place]
        mean: _Number | float = 0.0
        for chosen in choices((0, 1), repeat=size - 1):
            changed = sum(chosen)
            weight = factorial(changed) * factorial(size - 1 - changed) / factorial(size)
            mean += weight * reduce(mul, (pair[which] for pair, which in zip(others, chosen, strict=True)))
        yield (after[place] - before[place]) * mean


def whole_parts(parts: Mapping[str, float], total: int) -> dict[str, int]:
    """The parts as whole numbers (cents) that add up to `total` exactly: the largest fractions are rounded up."""
    floors = {name: int(value // 1) for name, value in parts.items()}
    left = total - sum(floors.values())
    order = sorted(parts, key=lambda name: (floors[name] - parts[name], name))
    more, extra = divmod(left, len(order)) if order else (0, 0)
    return {name: floors[name] + more + (name in order[:extra]) for name in parts}


def _used(uses: Uses) -> Bools:
    return np.asarray((uses.clients > 0) & (uses.units > 0))


def _factors_of(uses: Uses, clients: Floats, both: Bools) -> tuple[Floats, ...]:
    """Clients in total, mix, units per client and price; 1 where a product has no price in one of the years."""
    used, units = np.where(both, uses.clients, 1.0), np.where(both, uses.units, 1.0)
    return clients, used / clients, units / used, uses.amount / units


def _has_price(use: Use) -> bool:
    return use.clients > 0 and use.units > 0


def _clients(uses: Mapping[str, Use]) -> float:
    return sum(use.clients for use in uses.values())


def _factors(use: Use, clients: float) -> tuple[float, float, float, float]:
    return clients, use.clients / clients, use.units / use.clients, use.amount / use.units
