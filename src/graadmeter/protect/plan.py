"""Everything about a table of measured cells that must be known before it can be cut into blocks."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.domain.areas import Level
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.indicators import Count, Indicator
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.protect.additivity import Additivity, additivity
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.facts import Facts, facts_of
from graadmeter.protect.kinship import families, shared_cells
from graadmeter.protect.marks import Marks, marks, small_rests
from graadmeter.protect.merging import merged_rows


@dataclass(frozen=True)
class Plan:
    """What all blocks share."""

    facts: Facts
    cell: Ints
    """For every place on the grid the place that stands for it, -1 for none."""
    family: Ints
    """For every series the family it is protected in."""
    marks: Marks
    rests: Bools
    """Of every measured row whether the rest (denominator minus numerator) is too small to be known."""
    declared: Mapping[Count, Additivity]
    threshold: int
    """Below this, what the parts of a total lack is too small to be known."""
    merged: Bools
    """Of every measured row whether its wijk is not shown by itself, since a group carries the figure."""
    insiders: Level | None = None
    """Areas of this level are taken to know their own counts, and those of the areas in them."""

    def blocks(self) -> list[tuple[Ints, int]]:
        """The series and the year of each block, in a fixed order."""
        years = sorted({period.year for period in self.facts.grid.periods})
        return [(np.flatnonzero(self.family == name), year) for name in np.unique(self.family) for year in years]


def plan(
    measured: pa.Table,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    region: Region,
    *,
    insiders: Level | None = None,
) -> Plan:
    """The plan for a MEASURED table; raises CatalogueError for an unknown policy, and what `facts_of` raises."""
    facts = facts_of(measured, indicators, region)
    used = sorted({line.indicator for line in facts.lines})
    chosen = {name: _policy(indicators[name], policies) for name in used}
    cell = shared_cells(facts.grid)
    rests = small_rests(facts, chosen)
    found = marks(facts, cell, rests, chosen)
    return Plan(
        facts=facts,
        cell=cell,
        family=families(facts, cell),
        marks=found,
        rests=rests & (facts.below >= 0) & facts.share,
        declared=additivity(indicators.values()),
        threshold=max((policy.threshold for policy in chosen.values()), default=0),
        merged=merged_rows(facts, found.merged[cell], chosen),
        insiders=insiders,
    )


def _policy(indicator: Indicator, policies: Mapping[str, Policy]) -> Policy:
    if indicator.policy not in policies:
        raise CatalogueError(
            Text(
                f"Indicator {indicator.id} noemt het beleid '{indicator.policy}', dat niet bestaat.",
                f"Indicator {indicator.id} names the policy '{indicator.policy}', which does not exist.",
            )
        )
    return policies[indicator.policy]
