"""Why spending changed: Bennet's split by new and ended products, clients, mix, units per client and price.

Bennet (1920). A product's amount is clients in total x its share of them (mix) x units per client x price. The effect
of a factor is its change times the mean of the others over all orders in which they could have changed (Shapley's
value; with two factors Bennet's original). So the parts add up to the change exactly, and going back gives the same
parts with the other sign. Products without clients or units in one of the years have no price there: new or ended.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product as choices
from math import factorial, prod

PARTS = ("nieuw", "beeindigd", "clienten", "mix", "eenheden", "prijs")
"""The causes, in the order in which a waterfall shows them."""

_FACTORS = PARTS[2:]


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


def shapley(before: tuple[float, ...], after: tuple[float, ...]) -> Iterator[float]:
    """The effect of each factor on the change of their product; together they are that change."""
    size = len(before)
    for place in range(size):
        others = [(then, now) for index, (then, now) in enumerate(zip(before, after, strict=True)) if index != place]
        mean = 0.0
        for chosen in choices((0, 1), repeat=size - 1):
            changed = sum(chosen)
            weight = factorial(changed) * factorial(size - 1 - changed) / factorial(size)
            mean += weight * prod(pair[which] for pair, which in zip(others, chosen, strict=True))
        yield (after[place] - before[place]) * mean


def whole_parts(parts: Mapping[str, float], total: int) -> dict[str, int]:
    """The parts as whole numbers (cents) that add up to `total` exactly: the largest fractions are rounded up."""
    floors = {name: int(value // 1) for name, value in parts.items()}
    left = total - sum(floors.values())
    order = sorted(parts, key=lambda name: (floors[name] - parts[name], name))
    more, extra = divmod(left, len(order)) if order else (0, 0)
    return {name: floors[name] + more + (name in order[:extra]) for name in parts}


def _has_price(use: Use) -> bool:
    return use.clients > 0 and use.units > 0


def _clients(uses: Mapping[str, Use]) -> float:
    return sum(use.clients for use in uses.values())


def _factors(use: Use, clients: float) -> tuple[float, float, float, float]:
    return clients, use.clients / clients, use.units / use.clients, use.amount / use.units
