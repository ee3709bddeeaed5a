"""Effects per group and period in one figure: over all, by time since the start, or by group.

Source: Callaway & Sant'Anna (2021), section 3. Groups count by their number of units; that these numbers are themselves
drawn is in the standard errors, as in the R package `did`.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Ints
from graadmeter.statistics.callaway_santanna import GroupEffects, standard_error


@dataclass(frozen=True, slots=True)
class Effects:
    """Effects with standard errors by `key`, and their summary."""

    key: Ints
    """Periods since the start (0 is the first with the intervention), or the start of each group."""
    effect: Floats
    error: Floats
    overall: float
    overall_error: float


def overall(found: GroupEffects) -> tuple[float, float]:
    """The mean effect over all units and periods with the intervention, and its standard error."""
    effect, influence = _weighted(found, found.time >= found.group)
    return effect, float(standard_error(influence[:, None])[0])


def by_time_since_start(found: GroupEffects) -> Effects:
    """The effect by periods since the start, negative before it; `overall` is the plain mean from the start on."""
    since = found.time - found.group
    keys = np.unique(since)
    parts = [_weighted(found, since == key) for key in keys]
    effect, influence = np.array([part[0] for part in parts]), np.column_stack([part[1] for part in parts])
    after = keys >= 0
    return Effects(
        keys,
        effect,
        standard_error(influence),
        float(effect[after].mean()),
        float(standard_error(influence[:, after].mean(axis=1, keepdims=True))[0]),
    )


def by_group(found: GroupEffects) -> Effects:
    """The mean effect of each group from its start on; `overall` weighs the groups by their number of units."""
    after = found.time >= found.group
    keys = np.unique(found.group[after])
    parts = [_weighted(found, (found.group == key) & after) for key in keys]
    effect, influence = np.array([part[0] for part in parts]), np.column_stack([part[1] for part in parts])
    share, moved = _shares(found, keys)
    total = influence @ share + moved @ effect
    return Effects(
        keys, effect, standard_error(influence), float(effect @ share), float(standard_error(total[:, None])[0])
    )


def _weighted(found: GroupEffects, which: Bools) -> tuple[float, Floats]:
    """The mean of these effects by units in their group, and its influence."""
    effect = found.effect[which]
    share, moved = _shares(found, found.group[which])
    return float(effect @ share), np.asarray(found.influence[:, which] @ share + moved @ effect, dtype=np.float64)


def _shares(found: GroupEffects, groups: Ints) -> tuple[Floats, Floats]:
    """The weight of each of the groups named, and the influence of each unit on these weights."""
    own = (found.start[:, None] == groups).astype(np.float64)
    size = own.mean(axis=0)
    total = size.sum()
    centred = own - size
    return size / total, centred / total - size * centred.sum(axis=1, keepdims=True) / total**2
