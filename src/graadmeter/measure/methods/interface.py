"""What a method is: what it asks of the engine, and a pure function from the answers to figures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pyarrow as pa

from graadmeter.domain.indicators import Measure
from graadmeter.domain.periods import PeriodType
from graadmeter.measure.arrays import Array
from graadmeter.measure.lanes import Lane
from graadmeter.measure.places import Places


class Form(StrEnum):
    """The shape of an answer; all of them per area, for the region and its municipalities."""

    PERIODS = "per periode"
    """Rows area, `by`..., periode, n: how much of the lane there is in each period, by the values of columns."""
    ROWS = "rijen"
    """Rows area, `by`..., n: how many rows count in any quarter, by the values of columns."""
    BITMAPS = "kwartalen"
    """Rows area, a, n: how many different things are present in exactly the quarters of bitmap `a`."""
    PAIRS = "paren"
    """Rows area, een, ander, periode, n: how many different things have both values of the one column, een < ander."""
    DELIVERED = "geleverd"
    """Rows area, kwartaal: the quarters of which a deliverer delivered what the table of the lane comes from."""


_OF_PERIODS = {Form.PERIODS, Form.PAIRS}


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to the engine."""

    lane: Lane
    form: Form
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figures of one series: arrays of areas by periods."""

    value: Array
    """Not a number where there is nothing to say."""
    base: Array
    """What the figure rests on; nothing is said where it is 0."""
    persons: Array
    """How many persons (or rows) are behind it: what protection looks at."""
    providers: Array | None = None
    """How many providers, of money."""


Answers = Mapping[Ask, pa.Table]


@dataclass(frozen=True, slots=True)
class Part:
    """A series of a measure: the total, or one member of a dimension."""

    measure: Measure
    dimension: str = ""
    member: str = ""
    types: tuple[PeriodType, ...] = tuple(PeriodType)
    """The kinds of period that are asked; figures of others are thrown away."""

    @property
    def lane(self) -> Lane:
        """What the rows of the series have in common, when the dimension is one of rows."""
        return Lane(self.measure.count, self.dimension, self.member)


@dataclass(frozen=True, slots=True)
class Method:
    """A named way to compute figures."""

    name: str
    asks: Callable[[Part], Sequence[Ask]]
    figures: Callable[[Part, Answers, Places], Outcome]
    options: tuple[str, ...] = ()
    """The names of `options` that it understands."""
    back: int | Callable[[Part], int] | None = 0
    """How many quarters before a period it looks at, perhaps by part; 0: at the period only; None: at all before it.

    What comes after a period never changes its figure.
    """

    def back_of(self, part: Part) -> int | None:
        """How many quarters before a period the part looks at; None: at all before it."""
        return self.back(part) if callable(self.back) else self.back

    def beside(self, part: Part) -> bool:
        """Whether the part puts answers of earlier periods beside those of a period: then these are asked as well."""
        return self.back_of(part) != 0 and any(ask.form in _OF_PERIODS for ask in self.asks(part))


def nothing(places: Places) -> Array:
    """An array without figures."""
    return np.full(places.shape, np.nan)
