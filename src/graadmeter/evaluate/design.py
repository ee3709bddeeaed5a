"""Who is compared with whom: the panel of a kind of intervention, fixed before any outcome is looked at.

Source of the rules: statistics note, section 4 A. A municipality with a hidden figure is left out and named; nothing is
filled in. At least eight quarters before a start, at least five figures shown after it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from graadmeter.domain.interventions import Reason
from graadmeter.domain.periods import quarter, quarter_of
from graadmeter.evaluate.shown import Series, Shown
from graadmeter.statistics.arrays import Floats, Ints
from graadmeter.statistics.panel import NEVER

BEFORE = 8
"""Quarters without the intervention that a municipality needs before its start."""
TREATED_CELLS = 5
"""Figures after a start without which nothing is estimated."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Since when a municipality has the intervention, and whether it has stopped again."""

    begin: date
    ended: bool


@dataclass(frozen=True, slots=True)
class Design:
    """The panel without its outcomes, or with `refused` why there is none."""

    units: tuple[str, ...]
    """Municipalities that take part, in order."""
    quarters: Ints
    start: Ints
    """First quarter with the intervention, or NEVER, per unit."""
    left_out: Mapping[str, Reason]
    refused: Reason

    @property
    def treated(self) -> dict[str, int]:
        """The first quarter of every municipality that started within the panel."""
        return {unit: int(at) for unit, at in zip(self.units, self.start, strict=True) if at != NEVER}

    @property
    def compared(self) -> tuple[str, ...]:
        """The municipalities that did not start within the panel."""
        return tuple(unit for unit, at in zip(self.units, self.start, strict=True) if at == NEVER)

    def told(self) -> dict[str, object]:
        """The columns of INTERVENTIONS that say who takes part."""
        begins = self.treated
        return {
            "treated": " ".join(f"{unit}:{quarter(at).code}" for unit, at in begins.items()),
            "compared": " ".join(self.compared),
            "left_out": " ".join(f"{unit}:{why}" for unit, why in sorted(self.left_out.items())),
            "quarters_before": min(begins.values()) - int(self.quarters[0]) if begins else None,
        }

    def rates(self, outcome: Series, found: Shown) -> Floats:
        """Units x quarters: starts per 1,000 youths."""
        return np.array(
            [
                [1_000 * outcome.shown[unit, at] / found.youths[unit, at // 4] for at in self.quarters.tolist()]
                for unit in self.units
            ]
        )


def design(begun: Mapping[str, Begun], municipalities: Iterable[str], found: Shown) -> Design:
    """The panel of one kind of intervention; `begun` tells of every municipality that delivered one."""
    quarters = _final_quarters(found)
    start, left_out = {}, {}
    for unit in sorted(municipalities):
        at = _start(begun.get(unit), quarters)
        why = _unfit(unit, begun.get(unit), at, quarters, found)
        if why is Reason.GIVEN:
            start[unit] = at
        else:
            left_out[unit] = why
    made = np.array(list(start.values()), dtype=np.int64)
    return Design(tuple(start), np.array(quarters, dtype=np.int64), made, left_out, _refusal(made, quarters))


def _final_quarters(found: Shown) -> list[int]:
    """From the first quarter with a figure up to the first that is not final everywhere."""
    known = {at for _, at in found.every.shown} & {at for _, at in found.gp.shown}
    if not known:
        return []
    end = min([*(found.every.provisional | found.gp.provisional), max(known) + 1])
    return list(range(min(known), end))


def _start(begun: Begun | None, quarters: list[int]) -> int:
    at = NEVER if begun is None else quarter_of(begun.begin)
    return NEVER if not quarters or at > quarters[-1] else at


def _unfit(unit: str, begun: Begun | None, at: int, quarters: list[int], found: Shown) -> Reason:
    """Why the municipality cannot take part; GIVEN when it can."""
    if unit not in found.delivered:
        return Reason.NOT_DELIVERED
    if begun is not None and begun.ended:
        return Reason.ENDED
    if any((unit, one) not in series.shown for one in quarters for series in (found.gp, found.every)):
        return Reason.HIDDEN
    if any((unit, one // 4) not in found.youths for one in quarters):
        return Reason.HIDDEN
    return Reason.SHORT_BEFORE if quarters and at - quarters[0] < BEFORE else Reason.GIVEN


def _refusal(start: Ints, quarters: list[int]) -> Reason:
    """Why these municipalities cannot tell an effect; GIVEN when they can."""
    began = start[start != NEVER]
    if not began.size:
        return Reason.NO_START
    if not (start == NEVER).any():
        return Reason.NO_OTHERS
    return Reason.TOO_FEW_CELLS if (quarters[-1] + 1 - began).sum() < TREATED_CELLS else Reason.GIVEN
