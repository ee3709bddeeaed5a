"""What a rule may look at, and what it says: arrays of areas by periods of one series."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.disclosure_rules import Contributor
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.grid.grid import ABSENT


@dataclass(frozen=True)
class Parts:
    """The largest parts of amounts by one kind of contributor, in eurocents; ABSENT where they are not known."""

    whole: Ints
    """The sum of all parts without their signs."""
    first: Ints
    second: Ints
    third: Ints
    leader: Ints
    """A number that stands for who has the largest part; -1 where that is not known."""

    @classmethod
    def unknown(cls, shape: tuple[int, ...]) -> Self:
        """Of amounts of which nothing is known."""
        whole, first, second, third = (np.full(shape, ABSENT, dtype=np.int64) for _ in range(4))
        return cls(whole, first, second, third, np.full(shape, -1, dtype=np.int64))

    def only(self, sure: Bools) -> Self:
        """The same with nothing known elsewhere."""
        whole, first, second, third = (
            np.where(sure, one, ABSENT) for one in (self.whole, self.first, self.second, self.third)
        )
        return type(self)(whole, first, second, third, np.where(sure, self.leader, -1))

    @property
    def known(self) -> Bools:
        """Where the parts are known."""
        known: Bools = self.whole != ABSENT
        return known

    def largest(self, number: int) -> Ints:
        """What the largest so many (at most three) have together; 0 where that is not known."""
        together = sum((self.first, self.second, self.third)[1:number], self.first)
        return np.where(self.known, together, 0)


@dataclass(frozen=True)
class View:
    """One series."""

    value: Ints
    counted: Bools
    """Where there is a figure."""
    dimension: str
    """What it is a member of, or 'total'."""
    money: bool
    zeros_shown: bool
    inhabitants: Ints
    """Inhabitants of the ages that the figure is about; ABSENT where nobody knows."""
    parts: Mapping[Contributor, Parts]

    @property
    def broken_down(self) -> bool:
        """Whether it is part of a breakdown."""
        return self.dimension != TOTAL


@dataclass(frozen=True)
class Verdict:
    """What a rule says of one series."""

    small: Bools
    above: Ints
    """How far above the truth a hidden amount must still be possible, in its own unit; 0: the rule does not say."""

    @classmethod
    def of(cls, small: Bools) -> Self:
        """A verdict of a rule that does not say how well to hide."""
        return cls(small, np.zeros(small.shape, dtype=np.int64))

    def both(self, other: Self) -> Self:
        """What this and another verdict say together."""
        return type(self)(self.small | other.small, np.maximum(self.above, other.above))
