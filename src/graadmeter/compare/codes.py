"""Reasons and classes as whole numbers per row while comparing, and back to their words for a table."""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import pyarrow as pa

from graadmeter.domain.comparison import Reason
from graadmeter.statistics.arrays import Bools, Ints

_REASONS = tuple(Reason)
GIVEN = _REASONS.index(Reason.GIVEN)


def reasons(cases: Sequence[tuple[Bools, Reason]], size: int) -> Ints:
    """Per row the number of the first reason whose condition holds, GIVEN when none does."""
    if not cases:
        return np.full(size, GIVEN, dtype=np.int64)
    conditions = [np.broadcast_to(condition, (size,)) for condition, _ in cases]
    numbers = [_REASONS.index(reason) for _, reason in cases]
    return np.select(conditions, numbers, default=GIVEN).astype(np.int64)


def reason_words(numbers: Ints) -> pa.Array:
    """The texts of reasons by their numbers."""
    return words(numbers, _REASONS)


def words(numbers: Ints, names: Sequence[StrEnum], given: Bools | None = None) -> pa.Array:
    """The texts of numbered names, null where not given."""
    mask = None if given is None else ~given
    return pa.array([name.value for name in names], pa.string()).take(pa.array(numbers, mask=mask))
