"""The effect on units that started together, against a weighted mix of the others: synthetic DiD, control and DiD.

Source: Arkhangelsky, Athey, Hirshberg, Imbens & Wager (2021), with the penalties of their R package synthdid. Only
outcomes are used: a search for weights of predictors has several optima and is not here.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from graadmeter.statistics.arrays import Floats, floats
from graadmeter.statistics.nearest_mix import nearest_mix
from graadmeter.statistics.panel import Panel, UnusablePanel

Method = Literal["synthetic did", "synthetic control", "did"]

_HARDLY = 1e-6
"""Penalty on weights that need none, in units of the noise: it makes the answer unique."""
_PRECISION = 1e-5


@dataclass(frozen=True, slots=True)
class Comparison:
    """The effect on the treated units and what it was compared with."""

    effect: float
    controls: tuple[str, ...]
    unit_weights: Floats
    """One per control; together 1."""
    period_weights: Floats
    """One per period before the start; together 1, or all 0 for synthetic control, which compares levels."""
    gap: Floats
    """Per period what the treated units had more than the mix, less what they had more before the start."""
    before: int
    """How many periods lie before the start."""

    @property
    def ratio(self) -> float:
        """Root mean squared gap from the start on as a multiple of that before it; Abadie et al. (2010)."""
        return float(ratios(self.gap[None], self.before)[0])


@dataclass(frozen=True, slots=True)
class Block:
    """Comparisons of one size: of each the mean treated series and the series of its controls."""

    treated: Floats
    """Comparisons x periods."""
    controls: Floats
    """Comparisons x controls x periods."""
    before: int
    number: int = 1
    """How many units the treated series is the mean of."""


def compare(panel: Panel, method: Method = "synthetic did") -> Comparison:
    """The effect on the units that start, against those that never do.

    Raises UnusablePanel when units start at different moments, or when nearly nothing is left to compare with.
    """
    block = block_of(panel)
    units, periods, gap = fit(block, method)
    controls = tuple(name for name, starts in zip(panel.units, panel.starters, strict=True) if not starts)
    return Comparison(float(gap[0, block.before :].mean()), controls, units[0], periods[0], gap[0], block.before)


def block_of(panel: Panel) -> Block:
    """The panel as one comparison; raises UnusablePanel as `compare` does."""
    if panel.groups.size > 1:
        raise UnusablePanel(f"units start in {panel.groups.size} different periods: compare one start at a time")
    before = panel.column(int(panel.groups[0]))
    if before < 2 or (~panel.starters).sum() < 2:  # noqa: PLR2004 - there is nothing to weigh with fewer
        raise UnusablePanel("a mix needs two periods before the start and two units that never start")
    own = panel.outcome[panel.starters]
    return Block(own.mean(axis=0)[None], panel.outcome[~panel.starters][None], before, own.shape[0])


def fit(block: Block, method: Method) -> tuple[Floats, Floats, Floats]:
    """Unit weights, period weights and gaps of every comparison (rows)."""
    many, number = block.controls.shape[:2]
    units, periods = np.full((many, number), 1 / number), np.full((many, block.before), 1 / block.before)
    earlier = block.controls[:, :, : block.before]
    noise = np.diff(earlier, axis=2).reshape(many, -1).std(axis=1, ddof=1)
    if method == "synthetic did":
        after = block.controls.shape[2] - block.before
        periods = _mix(earlier, block.controls[:, :, block.before :].mean(axis=2), noise * _HARDLY, noise)
        penalty = noise * (block.number * after) ** 0.25
        units = _mix(earlier.transpose(0, 2, 1), block.treated[:, : block.before], penalty, noise)
    elif method == "synthetic control":
        periods = np.zeros_like(periods)
        target = block.treated[:, : block.before]
        units = nearest_mix(earlier.transpose(0, 2, 1), target, noise * _HARDLY, noise * _PRECISION)
    gap = block.treated - np.vecmat(units, block.controls)
    return units, periods, gap - np.vecdot(periods, gap[:, : block.before])[:, None]


def ratios(gap: Floats, before: int) -> Floats:
    """Per comparison the root mean squared gap from the start on as a multiple of that before; endless after none."""
    earlier, later = (gap[:, :before] ** 2).mean(axis=1), (gap[:, before:] ** 2).mean(axis=1)
    return floats(np.sqrt(np.divide(later, earlier, out=np.full_like(later, np.inf), where=earlier > 0)))


def _mix(parts: Floats, target: Floats, penalty: Floats, noise: Floats) -> Floats:
    """The nearest mix up to a constant."""
    level = parts.mean(axis=1, keepdims=True)
    return nearest_mix(parts - level, target - target.mean(axis=1, keepdims=True), penalty, noise * _PRECISION)
