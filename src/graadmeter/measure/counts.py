"""Where plain lanes are counted: of each lane the areas of its levels only, as most are not asked in wijken."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from graadmeter.measure.arrays import Array, Whole
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Plan


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of periods, a row for each area of each lane."""

    rows: Array
    starts: Whole
    """Where the areas of each lane begin, by the number of the lane; last, how many rows there are."""

    @classmethod
    def of(cls, plan: Plan, places: Places) -> Self:
        """Room for the plain lanes of a plan, in which nothing is counted yet."""
        plain = plan.plain
        areas = [places.down_to(levels) if lane in plain else 0 for lane, levels in plan.lanes.items()]
        starts = np.cumsum([0, *areas], dtype=np.int64)
        return cls(np.zeros((int(starts[-1]), len(places.periods))), starts)

    def lane(self, number: int) -> Array:
        """The counts of a lane: areas by periods."""
        return self.rows[self.starts[number] : self.starts[number + 1]]
