"""The rule by which neighbouring wijken are taken together until each group is large enough.

Smallest first: as long as some wijk or group is too small, the smallest is joined with the smallest that touches it.
Only public figures go in, so that the division itself tells nothing of anybody. What the rule proposes is written down
and kept: newer figures do not change it.
"""

from collections.abc import Collection, Mapping

Pair = tuple[str, str]
"""Two areas that touch, the lower code first."""


def divided(sizes: Mapping[str, float], touching: Collection[Pair], least: float) -> tuple[tuple[str, ...], ...]:
    """The groups (two wijken or more, codes ascending) of one municipality; `sizes` are of all its wijken, by code.

    Where nothing is known to touch a wijk, the wijken before and after it in order of code are taken for neighbours,
    since these were numbered along the map. A municipality of which one group would be left has none: its own figure
    says the same.
    """
    near = _neighbours(sorted(sizes), touching)
    units = {code: frozenset([code]) for code in sizes}
    while len(set(units.values())) > 1:
        small, size = min(_sized(units, sizes), key=lambda one: (one[1], min(one[0])))
        if size >= least:
            break
        beside = {units[other] for code in small for other in near[code]} - {small} or set(units.values()) - {small}
        chosen = min(beside, key=lambda unit: (_size(unit, sizes), min(unit)))
        units |= dict.fromkeys(small | chosen, small | chosen)
    found = set(units.values())
    if len(found) == 1:
        return ()
    return tuple(sorted(tuple(sorted(unit)) for unit in found if len(unit) > 1))


def _sized(units: Mapping[str, frozenset[str]], sizes: Mapping[str, float]) -> list[tuple[frozenset[str], float]]:
    return [(unit, _size(unit, sizes)) for unit in set(units.values())]


def _size(unit: frozenset[str], sizes: Mapping[str, float]) -> float:
    return sum(sizes[code] for code in sorted(unit))


def _neighbours(codes: list[str], touching: Collection[Pair]) -> dict[str, set[str]]:
    near: dict[str, set[str]] = {code: set() for code in codes}
    for one, other in touching:
        if one in near and other in near:
            near[one].add(other)
            near[other].add(one)
    for place, code in enumerate(codes):
        if not near[code]:
            near[code] = {*codes[max(place - 1, 0) : place], *codes[place + 1 : place + 2]}
    return near
