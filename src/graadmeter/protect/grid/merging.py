"""Which wijken and members are not shown by themselves, because they are published together with others.

They stay in the system as counts that nobody is shown, and their group as the sum of them: so what they are is
protected, and attacked, with everything else that is published.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from graadmeter.domain.member_groups import members_of
from graadmeter.domain.policies import Policy
from graadmeter.protect.arrays import Bools
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.lines import Line, Series


def merged_cells(facts: Facts, policies: Mapping[str, Policy], may_hide: Bools) -> tuple[Bools, Bools]:
    """On the grid, the counts that are not shown since a group carries them, and of these those of an empty group.

    Where a group has nothing, and it is not among the zeros that `may_hide`, everybody knows that its wijken have
    nothing. `policies` are given per indicator.
    """
    grid = facts.grid
    number = {series: place for place, series in enumerate(grid.series)}
    place = {area.code: where for where, area in enumerate(grid.areas)}
    merged, empty = np.zeros(grid.value.shape, dtype=np.bool_), np.zeros(grid.value.shape, dtype=np.bool_)
    tops = sorted({number[line.top] for line in facts.lines if policies[line.indicator].merges_wijken(line.indicator)})
    for where, area in enumerate(grid.areas):
        parts = [place[code] for code in area.parts if code in place]
        if parts and tops:
            at = np.ix_(tops, parts)
            merged[at] |= grid.counted[tops, where][:, None] & grid.counted[at]
            nothing = (grid.value[tops, where] == 0) & ~may_hide[tops, where]
            empty[at] |= nothing[:, None] & grid.counted[at]
    for group, parts in _merged_members(facts, number, policies):
        own = grid.counted[group]
        merged[parts] |= own[None] & grid.counted[parts]
        empty[parts] |= (own & (grid.value[group] == 0) & ~may_hide[group])[None] & grid.counted[parts]
    return merged, empty


def _merged_members(
    facts: Facts, number: Mapping[Series, int], policies: Mapping[str, Policy]
) -> list[tuple[int, list[int]]]:
    """The series of each group of members whose indicator merges them, and those of its members."""
    found: dict[int, list[int]] = {}
    for line in facts.lines:
        members = members_of(line.top.member)
        if members and policies[line.indicator].merges_members(line.indicator, line.top.dimension):
            inside = [replace(line.top, member=one) for one in members]
            found[number[line.top]] = [number[one] for one in inside if one in number]
    return sorted((group, parts) for group, parts in found.items() if parts)


def _merges(line: Line, policy: Policy) -> bool:
    """Whether rows of a line may be merged; a group of members is never."""
    members = policy.merges_members(line.indicator, line.top.dimension) and not members_of(line.top.member)
    return members or policy.merges_wijken(line.indicator)


def merged_rows(facts: Facts, merged: Bools, policies: Mapping[str, Policy]) -> Bools:
    """The measured rows that say 'merged'; `merged` is over the flat grid, `policies` are given per indicator."""
    chosen = np.array([_merges(line, policies[line.indicator]) for line in facts.lines], dtype=np.bool_)
    rows: Bools = chosen[facts.line] & (facts.top >= 0) & merged.ravel()[facts.top]
    return rows
