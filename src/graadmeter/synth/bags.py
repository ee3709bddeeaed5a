"""Parallel arrays of equal length, one place per thing: the form in which everything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Self

import numpy as np

from graadmeter.synth.days import Flags, Ints


@dataclass(frozen=True, slots=True)
class Bag:
    """The base of all of them. A field of a subclass is an array."""

    def __len__(self) -> int:
        """The number of things."""
        return len(getattr(self, fields(self)[0].name))

    def where(self, keep: Flags | Ints) -> Self:
        """The chosen things: those that are true, or those at the given places, in that order."""
        return replace(self, **{field.name: getattr(self, field.name)[keep] for field in fields(self)})

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """All things of several bags, in order."""
        return cls(
            **{field.name: np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(cls)}
        )
