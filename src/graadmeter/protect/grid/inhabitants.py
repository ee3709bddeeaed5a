"""How many people live where, as far as measured shares tell: their denominators are the population register."""

from collections.abc import Mapping

import numpy as np

from graadmeter.domain.indicators import AgeScope, Population
from graadmeter.protect.arrays import Ints
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.grid.lines import Line


def inhabitants_of(facts: Facts) -> Mapping[AgeScope, Ints]:
    """Per age scope the inhabitants, in arrays of areas by periods; ABSENT where no share tells them."""
    found: dict[AgeScope, Ints] = {}
    shape = facts.grid.value.shape
    for number, line in enumerate(facts.lines):
        scope = _scope(line)
        if scope is not None and line.top.dimension not in line.measure.split:
            rows = np.flatnonzero((facts.line == number) & (facts.public > 0) & (facts.top >= 0))
            _, area, period = np.unravel_index(facts.top[rows], shape)
            known = found.setdefault(scope, np.full(shape[1:], ABSENT, dtype=np.int64))
            known[area, period] = facts.public[rows]
    return found


def around(line: Line, facts: Facts, known: Mapping[AgeScope, Ints]) -> Ints:
    """The inhabitants of the ages that a line is about: of its own indicator's shares, else of its own ages.

    Else the fewest that are known of any ages: it is better to take an area as too small than as large enough.
    """
    own = (_scope(other) for other in facts.lines if other.indicator == line.indicator)
    for scope in (*(one for one in own if one is not None), line.measure.count.age):
        if scope in known:
            return known[scope]
    fewest = np.full(facts.grid.value.shape[1:], ABSENT, dtype=np.int64)
    for array in known.values():
        fewest = np.where(fewest == ABSENT, array, np.where(array == ABSENT, fewest, np.minimum(fewest, array)))
    return fewest


def _scope(line: Line) -> AgeScope | None:
    base = line.measure.share_of
    return base.age if isinstance(base, Population) else None
