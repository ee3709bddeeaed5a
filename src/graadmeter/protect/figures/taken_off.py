"""Means and shares of methods that must be hidden beside those of few: else these are the whole less the others.

Whoever knows the mean of a region and of all its municipalities but one, and how many are behind each, knows the mean
of the one. So what is left of a shown whole, less its shown parts, must be as many as may be shown.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.indicators import Indicator, Unit
from graadmeter.domain.policies import Policy
from graadmeter.protect.arrays import Bools, Floats
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.figures.mean_sums import Amounts, MeanSum, mean_sums
from graadmeter.protect.grid.lines import Line, lines_of

_NOTHING = 1e-9
"""How freely a figure may move that the sums leave no room at all."""


def taken_off(
    rows: pa.Table,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    plan: Plan,
    hidden: Bools,
    *,
    seen: Bools | None = None,
) -> Bools:
    """Which of these derived figures are not shown, given those `hidden` for another reason, which are among them.

    The smallest part of a sum goes first, then the whole; never what an earlier release showed (`seen`).
    """
    gone, before = hidden.copy(), np.zeros(rows.num_rows, dtype=np.bool_) if seen is None else seen
    if not (hidden & ~before).any():
        return gone
    few = _Few.of(rows, indicators, policies, plan)
    for sums in mean_sums(rows, indicators, plan.facts.grid.areas):
        hopeless: set[MeanSum] = set()
        while (leak := _leak(sums, gone & ~before, few, hopeless)) is not None:
            telling, where = leak
            target = next((one for sum_ in where if (one := _next(sum_, gone | before, few)) is not None), None)
            if target is None:
                hopeless.add(telling)
            else:
                gone[target] = True
    return gone


def _next(sum_: MeanSum, fixed: Bools, few: "_Few") -> int | None:
    """The figure of a sum to hide: its smallest part that can be, or else the whole."""
    parts = sorted((one for one in sum_.parts if not fixed[one]), key=lambda one: (few.base[one], one))
    return next((one for one in (*parts, sum_.whole) if not fixed[one]), None)


def _leak(
    sums: Sequence[MeanSum], unseen: Bools, few: "_Few", hopeless: Collection[MeanSum]
) -> tuple[MeanSum, Iterator[MeanSum]] | None:
    """A sum that tells of few, and the sums in which something hidden would mend that, the nearest first; or None."""
    told = _told(sums, unseen)
    for one in sums:
        if one in hopeless:
            continue
        for cell in (one.whole, *one.parts):
            if told.get(cell) is one and few.small([cell]):
                return one, _from(one, sums, told, unseen)
        left = [cell for cell in one.parts if unseen[cell] and cell not in told]
        known = not unseen[one.whole] or one.whole in told
        if (
            known
            and 0 < len(left) < len(one.parts)
            and any(few.small(rest, disjoint=bool(one.areas)) for rest in few.without_own(one, left))
        ):
            return one, _from(one, sums, told, unseen)
    return None


def _told(sums: Sequence[MeanSum], unseen: Bools) -> dict[int, MeanSum]:
    """Hidden figures that follow from what is shown, each with a sum that it stands in."""
    told: dict[int, MeanSum] = {}
    before = -1
    while len(told) > before:
        before = len(told)
        for one in sums:
            open_ = [cell for cell in (one.whole, *one.parts) if unseen[cell] and cell not in told]
            if len(open_) == 1:
                told[open_[0]] = one
    stands = {cell: one for one in sums for cell in (one.whole, *one.parts) if unseen[cell] and cell not in told}
    number = {cell: place for place, cell in enumerate(stands)}
    table = np.zeros((len(sums), len(number)))
    for place, one in enumerate(sums):
        for cell in (one.whole, *one.parts):
            if cell in number:
                table[place, number[cell]] = -1.0 if cell == one.whole else 1.0
    free = 1.0 - np.einsum("ij,ji->i", np.linalg.pinv(table), table)
    return told | {cell: one for cell, one in stands.items() if free[number[cell]] < _NOTHING}


def _from(one: MeanSum, sums: Sequence[MeanSum], told: Mapping[int, MeanSum], unseen: Bools) -> Iterator[MeanSum]:
    """The sums by which hidden figures in this one are known, itself, and those by which figures in these are.

    Last those that share a hidden figure with any of these. After an earlier release all figures of the nearest sums
    may have been shown, and only further off can one be hidden.
    """

    def by(sum_: MeanSum) -> Iterator[MeanSum]:
        return (told[cell] for cell in (sum_.whole, *sum_.parts) if cell in told)

    def sharing(sum_: MeanSum) -> Iterator[MeanSum]:
        cells = {cell for cell in (sum_.whole, *sum_.parts) if unseen[cell]}
        return (other for other in sums if not cells.isdisjoint((other.whole, *other.parts)))

    near = [*dict.fromkeys(other for other in by(one) if other is not one), one]
    yield from near
    chain = [*near, *_outwards(near, by)]
    yield from chain[len(near) :]
    yield from _outwards(chain, sharing)


def _outwards(first: Sequence[MeanSum], beside: Callable[[MeanSum], Iterator[MeanSum]]) -> Iterator[MeanSum]:
    """Those beside the `first`, those beside these, and so on; each once and none of the first."""
    found = dict.fromkeys(first)
    fresh = list(first)
    while fresh:
        fresh = [one for one in dict.fromkeys(other for sum_ in fresh for other in beside(sum_)) if one not in found]
        found |= dict.fromkeys(fresh)
        yield from fresh


@dataclass(frozen=True)
class _Few:
    """What is behind each figure, and how little is too little."""

    base: Floats
    amount: Floats
    persons: Floats
    lines: Sequence[Line]
    policies: Mapping[str, Policy]
    indicators: Mapping[str, Indicator]
    readers: Sequence[frozenset[str]]

    @classmethod
    def of(
        cls, rows: pa.Table, indicators: Mapping[str, Indicator], policies: Mapping[str, Policy], plan: Plan
    ) -> "_Few":
        found = lines_of(rows, indicators)
        lines = [found.lines[number] for number in found.of_row.tolist()]
        amounts = Amounts.of(rows, lines)
        persons = pc.fill_null(rows["contributors"].cast(pa.float64()), 0).to_numpy(zero_copy_only=False)
        alone = [frozenset({area.code}) for area in plan.facts.grid.areas if area.level is plan.insiders]
        return cls(amounts.base, amounts.amount, persons, lines, policies, indicators, [*alone, *plan.together])

    def small(self, rows: Sequence[int], *, disjoint: bool = True) -> bool:
        """Whether so few are behind these figures together, or above or below the line of these shares."""
        line, at = self.lines[rows[0]], list(rows)
        policy = self.policies[self.indicators[line.indicator].policy]
        money = line.measure.count.of is Unit.EURO
        least = max(policy.threshold, policy.money.persons) if money else policy.threshold
        behind = float(self.persons[at].sum() if disjoint else self.persons[at].max())
        numbers = [(behind, least)]
        if line.unit.is_share:
            above = round(float(self.amount[at].sum()))
            numbers.append((above, policy.threshold))
            if policy.complement:
                numbers.append((round(float(self.base[at].sum())) - above, policy.threshold))
        return any(0 < number < most for number, most in numbers)

    def without_own(self, one: MeanSum, left: Sequence[int]) -> Iterator[list[int]]:
        """What is left to an outsider, and to every reader who knows his own."""
        yield list(left)
        whose = dict(zip(one.parts, one.areas, strict=True)) if one.areas else {}
        for reader in self.readers if whose else ():
            others = [cell for cell in left if whose[cell] not in reader]
            if others:
                yield others
