"""How extreme an effect is among placebos: every unit that never started in turn as if it had.

Source: Abadie, Diamond & Hainmueller (2010) for the rank, Arkhangelsky et al. (2021), algorithm 4, for the spread. All
units are enumerated, so there is nothing to draw. With n units no probability below 1 / n can be reached.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats
from graadmeter.statistics.normal import two_sided
from graadmeter.statistics.panel import Panel, UnusablePanel
from graadmeter.statistics.synthetic import Block, Comparison, Method, block_of, compare, fit, ratios

_DIGITS = 12
"""To compare chances without what rounding of doubles adds."""


@dataclass(frozen=True, slots=True)
class Placebos:
    """One effect per unit that never started, beside the real one."""

    units: tuple[str, ...]
    effect: Floats
    ratio: Floats
    """Root mean squared gap from the start on as a multiple of that before it."""
    own: Comparison
    """The real one."""

    @property
    def spread(self) -> float:
        """Standard deviation of the placebo effects: the standard error of the real one."""
        return float(self.effect.std())

    @property
    def of(self) -> int:
        """How many units are ranked: the placebos and the real one."""
        return len(self.units) + 1

    @property
    def rank(self) -> int:
        """The place of the real one when the ratios are ordered, largest first; 1 is the most extreme."""
        return 1 + int((self.ratio >= self.own.ratio).sum())

    @property
    def p(self) -> float:
        """The chance of a rank as high as this when there is no effect."""
        return self.rank / self.of

    @property
    def smallest_p(self) -> float:
        """What `p` would be at its best: no conclusion at a smaller level is possible."""
        return 1 / self.of

    def interval(self, confidence: float) -> tuple[float, float]:
        """Lowest and highest effect that fit; endless where the placebos are too few for this confidence."""
        if round(1 - confidence, _DIGITS) < round(self.smallest_p, _DIGITS):
            return -np.inf, np.inf
        wide = two_sided(confidence) * self.spread
        return self.own.effect - wide, self.own.effect + wide


def placebos(panel: Panel, method: Method = "synthetic did", *, only: int | None = None) -> Placebos:
    """The effect that each unit that never starts would have had, against the others of these.

    `only` takes the first so many of them as placebo (all stay controls). Raises UnusablePanel when more than one unit
    starts (the mean of several varies less than one placebo) and when fewer than three units never do.
    """
    block = block_of(panel)
    if block.number > 1:
        raise UnusablePanel(f"{block.number} units start: give their starts to others instead (permuted_starts)")
    controls = block.controls[0]
    number = controls.shape[0]
    if number < 3:  # noqa: PLR2004 - a mix is of two
        raise UnusablePanel("placebos need three units that never start")
    taken = np.arange(number)[:only]
    others = np.stack([np.delete(controls, one, axis=0) for one in taken])
    gaps = fit(Block(controls[taken], others, block.before), method)[2]
    own = compare(panel, method)
    names = tuple(own.controls[one] for one in taken)
    return Placebos(names, gaps[:, block.before :].mean(axis=1), ratios(gaps, block.before), own)
