"""What the rules of the policies say of every place on the grid, beyond what the policies ask of every figure."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.grid.facts import Facts


@dataclass
class Rulings:
    """Arrays over the grid (series, areas, periods), but for `groups` and `rests`."""

    small: Bools
    above: Ints
    """How far above the truth a hidden amount must still be possible; 0: no rule says."""
    least: Ints
    """The least that somebody knows an amount to be, by its own share; 0: nobody."""
    leader: Ints
    """The number of who knows an amount, being alone in it; -1: nobody."""
    may_hide: Bools
    """Zeros that may be hidden: a hidden figure beside them must not tell that they are nothing."""
    groups: Ints
    """Two columns of places: a total, and the member that holds everybody of it."""
    rests: Bools
    """Of every measured row whether it is a share that leaves out too few."""

    of_money: bool = False
    """Whether any rule is about money."""

    @property
    def has_leaders(self) -> bool:
        """Whether anybody is alone in an amount, and a rule looks at that."""
        return self.of_money and bool((self.leader >= 0).any())

    @classmethod
    def none(cls, facts: Facts) -> Self:
        """Of policies without rules. Takes next to no memory, and cannot be written."""
        shape = facts.grid.value.shape
        no = np.broadcast_to(np.False_, shape)
        nothing, nobody = (np.broadcast_to(np.int64(number), shape) for number in (0, -1))
        pairs = np.zeros((0, 2), dtype=np.int64)
        return cls(no, nothing, nothing, nobody, no, pairs, np.zeros(len(facts.line), dtype=np.bool_))

    def with_small(self, more: Bools) -> Self:
        """The same, and these counts are too small as well."""
        return replace(self, small=self.small | more) if more.any() else self

    @classmethod
    def blank(cls, facts: Facts, *, money: bool) -> Self:
        """The same, to be written; without `money` not what only rules on money write, which takes the most memory."""
        one = cls.none(facts)
        found = replace(one, small=one.small.copy(), may_hide=one.may_hide.copy(), of_money=money)
        if not money:
            return found
        return replace(found, above=one.above.copy(), least=one.least.copy(), leader=one.leader.copy())
