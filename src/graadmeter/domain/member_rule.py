"""The rule by which age bands or forms of help are taken together until each group is large enough.

Smallest first, as with wijken: as long as a member or group is too small, the smallest is joined with the smallest that
may go with it. Only what is expected from public figures goes in, so that the division itself tells nothing of anybody.
"""

from collections.abc import Mapping


def divided_members(
    sizes: Mapping[str, float], kin: Mapping[str, frozenset[str]], least: float
) -> tuple[tuple[str, ...], ...]:
    """The groups (two members or more, in the order of `sizes`) of one dimension.

    `sizes` are what is expected of all its members, `kin` says which may go with each. A member that nothing may go
    with stays as it is; where all would end up in one group there is none: the total says the same.
    """
    order = {code: place for place, code in enumerate(sizes)}
    units = {code: frozenset([code]) for code in sizes}
    while True:
        small = [unit for unit in set(units.values()) if _size(unit, sizes) < least and _beside(unit, units, kin)]
        if not small:
            break
        one = min(small, key=lambda unit: (_size(unit, sizes), min(map(order.__getitem__, unit))))
        other = min(_beside(one, units, kin), key=lambda unit: (_size(unit, sizes), min(map(order.__getitem__, unit))))
        units |= dict.fromkeys(one | other, one | other)
    found = set(units.values())
    groups = (tuple(sorted(unit, key=order.__getitem__)) for unit in found if 1 < len(unit) < len(sizes))
    return tuple(sorted(groups, key=lambda group: order[group[0]]))


def _beside(
    unit: frozenset[str], units: Mapping[str, frozenset[str]], kin: Mapping[str, frozenset[str]]
) -> set[frozenset[str]]:
    return {units[other] for code in unit for other in kin[code] if other in units} - {unit}


def _size(unit: frozenset[str], sizes: Mapping[str, float]) -> float:
    return sum(sizes[code] for code in sorted(unit))
