"""Means and shares of methods that must be hidden beside those of few: else these are the whole less the others.

Whoever knows the mean of a region and of all its municipalities but one, and how many are behind each, knows the mean
of the one. So what is left of a shown whole, less its shown parts, must be as many as may be shown.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
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
            target = next((one for sum_ in leak if (one := _next(sum_, gone | before, few)) is not None), None)
            if target is None:
                hopeless.update(leak[-1:])
            else:
                gone[target] = True
    return gone


def _next(sum_: MeanSum, fixed: Bools, few: "_Few") -> int | None:
    """The figure of a sum to hide: its smallest part that can be, or else the whole."""
    parts = sorted((one for one in sum_.parts if not fixed[one]), key=lambda one: (few.base[one], one))
    return next((one for one in (*parts, sum_.whole) if not fixed[one]), None)


def _leak(
    sums: Sequence[MeanSum], unseen: Bools, few: "_Few", hopeless: Collection[MeanSum]
) -> tuple[MeanSum, ...] | None:
    """A sum that tells of few, after the sums by which hidden figures in it are known; None when there is none."""
    told = _told(sums, unseen)
    for one in sums:
        if one in hopeless:
            continue
        cells = (one.whole, *one.parts)
        for cell in cells:
            if told.get(cell) is one and few.small([cell]):
                return (*_through(cells, told, one), one)
        left = [cell for cell in one.parts if unseen[cell] and cell not in told]
        known = not unseen[one.whole] or one.whole in told
        if (
            known
            and 0 < len(left) < len(one.parts)
            and any(few.small(rest, disjoint=bool(one.areas)) for rest in few.without_own(one, left))
        ):
            return (*_through(cells, told, one), one)
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


def _through(cells: Sequence[int], told: Mapping[int, MeanSum], but: MeanSum) -> Iterator[MeanSum]:
    return (told[cell] for cell in cells if cell in told and told[cell] is not but)


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
