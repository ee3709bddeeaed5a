"""A panel: the outcome of every unit in every period, and since when each unit has the intervention."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Ints, floats

NEVER = 2**31
"""Start of a unit that never gets the intervention."""


class UnusablePanel(ValueError):  # noqa: N818 - named after what is told, not after what went wrong
    """This panel cannot tell an effect; the message says why and what to leave out."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Outcomes (units x periods) and starts of units that can be compared over time.

    Raises UnusablePanel when an outcome is missing, when periods do not follow each other, when a unit has no period
    before its start, when nobody starts, or when nobody is left to compare with in the first period of a start.
    """

    units: tuple[str, ...]
    periods: Ints
    """Whole numbers that follow each other: years, or quarters counted on."""
    outcome: Floats
    start: Ints
    """First period with the intervention, or NEVER; a start after the last period is the same as never."""

    def __post_init__(self) -> None:
        _refuse_shape(self)
        _refuse_missing(self)
        _refuse_starts(self)

    @property
    def treated(self) -> Bools:
        """Units x periods: whether the intervention was there."""
        return np.asarray(self.periods >= self.start[:, None])

    @property
    def starters(self) -> Bools:
        """Units that start within the panel."""
        return np.asarray(self.start <= self.periods[-1])

    @property
    def groups(self) -> Ints:
        """The different starts within the panel, in order."""
        return np.unique(self.start[self.starters])

    def column(self, period: int) -> int:
        """Where the period is among the columns; negative when before the first."""
        return int(period - self.periods[0])


def panel(rows: Iterable[tuple[str, int, float, int]]) -> Panel:
    """The panel of rows (unit, period, outcome, start of the unit or NEVER), in any order.

    Raises UnusablePanel as `Panel` does, and when a unit has two outcomes in a period or two starts.
    """
    seen: dict[tuple[str, int], float] = {}
    starts: dict[str, int] = {}
    for unit, period, value, start in rows:
        if (unit, period) in seen:
            raise UnusablePanel(f"unit {unit} has two outcomes in period {period}")
        if starts.setdefault(unit, start) != start:
            raise UnusablePanel(f"unit {unit} has two starts: {starts[unit]} and {start}")
        seen[unit, period] = value
    units, periods = tuple(sorted(starts)), sorted({period for _, period in seen})
    outcome = floats([[seen.get((unit, period), np.nan) for period in periods] for unit in units])
    return Panel(
        units, np.array(periods, dtype=np.int64), outcome, np.array([starts[unit] for unit in units], dtype=np.int64)
    )


def _refuse_shape(found: Panel) -> None:
    if found.outcome.shape != (len(found.units), found.periods.size) or found.start.shape != (len(found.units),):
        raise UnusablePanel(
            f"{found.outcome.shape} outcomes do not belong to {len(found.units)} units with {found.start.size} starts "
            f"and {found.periods.size} periods"
        )
    if found.periods.size < 2:  # noqa: PLR2004 - before and after
        raise UnusablePanel("a panel needs at least two periods")
    gaps = np.flatnonzero(np.diff(found.periods) != 1)
    if gaps.size:
        raise UnusablePanel(f"period {found.periods[gaps[0]]} is followed by {found.periods[gaps[0] + 1]}")


def _refuse_missing(found: Panel) -> None:
    unit, column = np.nonzero(~np.isfinite(found.outcome))
    if unit.size:
        raise UnusablePanel(
            f"{unit.size} outcomes are missing, the first of unit {found.units[unit[0]]} in period "
            f"{found.periods[column[0]]}: the panel is not balanced"
        )


def _refuse_starts(found: Panel) -> None:
    early = np.flatnonzero(found.start <= found.periods[0])
    if early.size:
        raise UnusablePanel(f"unit {found.units[early[0]]} has no period before its start: leave it out")
    if not found.starters.any():
        raise UnusablePanel("no unit starts within the panel")
    if (found.start <= found.groups[0]).all():
        raise UnusablePanel(f"all units start in period {found.groups[0]}: there is nobody to compare with")
