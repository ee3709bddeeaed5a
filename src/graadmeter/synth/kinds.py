"""The kinds of care as arrays, so that a property of many provisions is one look-up; the last place is WELFARE."""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from graadmeter.synth.days import Flags, Ints
from graadmeter.synth.draw import Floats
from graadmeter.synth.region_facts import Care, care

Texts = NDArray[np.str_]

WELFARE = -1
"""Stands for social assistance where others have a place in `care()`."""


@cache
def texts(field: str) -> Texts:
    """A text of every kind of care; empty for social assistance."""
    return np.array([*(getattr(item, field) for item in care()), ""])


@cache
def numbers(field: str) -> Floats:
    """A number of every kind of care; 0 for social assistance."""
    return np.array([*(getattr(item, field) for item in care()), 0], np.float64)


def flags(holds: Callable[[Care], bool]) -> Flags:
    """Whether something holds for every kind of care; false for social assistance."""
    return np.array([*(holds(item) for item in care()), False])


def places(soort: str) -> Ints:
    """The places in `care()` of one soort (jeugdhulp, bescherming, wmo ...)."""
    return np.array([place for place, item in enumerate(care()) if item.soort == soort], np.int64)


def starting_ages(kinds: Ints) -> tuple[Floats, Floats, Floats]:
    """Youngest, most usual and oldest age at the start, for each of these kinds."""
    table = np.array([*(item.leeftijd for item in care()), (0.0, 0.0, 0.0)])[kinds]
    return table[:, 0], table[:, 1], table[:, 2]
