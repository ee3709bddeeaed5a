"""Everything about a table of measured cells that must be known before it can be cut into blocks."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from graadmeter.domain.areas import Level
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.indicators import Count, Indicator
from graadmeter.domain.policies import Policy
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.blocks.marks import Marks, marks, small_rests
from graadmeter.protect.grid.additivity import Additivity, additivity
from graadmeter.protect.grid.composed import Composed
from graadmeter.protect.grid.facts import Facts, facts_of
from graadmeter.protect.grid.found_sums import found_sums
from graadmeter.protect.grid.kinds import kinds
from graadmeter.protect.grid.kinship import families, shared_cells
from graadmeter.protect.grid.merging import merged_rows
from graadmeter.protect.request import Request
from graadmeter.protect.rules.judging import rulings
from graadmeter.protect.rules.persons_behind import seen_before, told_by_persons
from graadmeter.protect.rules.rulings import Rulings
from graadmeter.protect.rules.thin import thin_rows


@dataclass(frozen=True)
class Plan:
    """What all blocks share."""

    facts: Facts
    cell: Ints
    """For every place on the grid the place that stands for it, -1 for none."""
    family: Ints
    """For every series the family it is protected in."""
    kind: Ints
    """For every series what it is protected with before its family is."""
    marks: Marks
    rests: Bools
    """Of every measured row whether the rest (denominator minus numerator) is too small to be known."""
    bare: Bools
    """The same of rests that are the whole denominator: these are in question only where the nothing may be hidden."""
    declared: Mapping[Count, Additivity]
    composed: tuple[Composed, ...]
    """Sums that no definition declares and that the figures show."""
    threshold: int
    """Below this, what the parts of a total lack is too small to be known."""
    merged: Bools
    """Of every measured row whether its wijk is not shown by itself, since a group carries the figure."""
    ruled: Rulings
    """What the rules of the policies say."""
    thin: Bools
    """Of every measured row whether it is a share of too few for a rule, though its counts may be shown."""
    insiders: Level | None = None
    """Areas of this level are taken to know their own counts, and those of the areas in them."""
    together: tuple[frozenset[str], ...] = ()
    """Sets of such areas, the counts of all of which one reader knows."""

    def blocks(self) -> list[tuple[Ints, int]]:
        """The series and the year of each block, in a fixed order."""
        years = sorted({period.year for period in self.facts.grid.periods})
        return [(np.flatnonzero(self.family == name), year) for name in np.unique(self.family) for year in years]


def plan(asked: Request) -> Plan:
    """The plan for measured cells that are counts, or made of counts, with only the rules that are in force.

    Raises CatalogueError for an unknown policy, and what `facts_of` raises.
    """
    indicators = asked.indicators
    facts = facts_of(asked.measured, indicators, asked.region)
    used = sorted({line.indicator for line in facts.lines})
    chosen = {name: _policy(indicators[name], asked.policies) for name in used}
    cell, declared = shared_cells(facts.grid), additivity(indicators.values())
    sums = found_sums(facts.grid, declared)
    behind = told_by_persons(facts, chosen, seen_before(facts, asked.measured, asked.earlier))
    ruled = rulings(facts, chosen, asked.contributions).with_small(behind)
    rests = small_rests(facts, chosen) | ruled.rests
    found = marks(facts, cell, rests, chosen, ruled)
    return Plan(
        facts=facts,
        cell=cell,
        family=families(facts, cell, sums),
        kind=kinds(facts, sums),
        marks=found,
        rests=rests & (facts.below >= 0) & facts.share,
        bare=small_rests(facts, chosen, of_nothing=True) & (facts.below >= 0) & facts.share,
        declared=declared,
        composed=sums,
        threshold=max((policy.widest for policy in chosen.values()), default=0),
        merged=merged_rows(facts, found.merged[cell], chosen),
        ruled=ruled,
        thin=thin_rows(asked.measured, facts, [chosen[line.indicator] for line in facts.lines]),
        insiders=asked.insiders,
        together=tuple(asked.together),
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
