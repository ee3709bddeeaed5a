"""The sheet of one year as cells and sums for the suppression engine."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from graadmeter.domain.areas import Level
from graadmeter.domain.policies import Policy
from graadmeter.domain.rule_figures import Part
from graadmeter.domain.rule_paths import RuleStep
from graadmeter.protect.by_rule.links import HELP
from graadmeter.protect.by_rule.sheet import Key, Sheet, parts_of
from graadmeter.protect.system import UNBOUNDED, Rows, System

_REST = "rest"
"""What kind of number a rest is: how many of one figure are not in another. It is no figure and may not be small."""
_NET = "net"
"""The difference between two figures of nearly the same persons, some of whom come and others go."""
_ENDS = 3.0
"""How much more a reader misses a figure of a rule than one on the way to it."""


@dataclass
class _Cells:
    """The cells so far, and the sums `sum(coef * cell) = constant` over them; the constants are known to everybody."""

    number: dict[Key, int] = field(default_factory=dict)
    value: list[int] = field(default_factory=list)
    terms: list[list[tuple[Key, int]]] = field(default_factory=list)

    def add(self, key: Key, value: int) -> None:
        self.number[key] = len(self.value)
        self.value.append(value)

    def rows(self) -> Rows:
        """The sums as rows of a system, which takes them as true the way they are."""
        owner = [at for at, terms in enumerate(self.terms) for _ in terms]
        cells = [self.number[key] for terms in self.terms for key, _ in terms]
        coefs = [coef for terms in self.terms for _, coef in terms]
        none = np.int64
        return Rows.equations(np.array(owner, none), np.array(cells, none), np.array(coefs, none))


def system_of(sheet: Sheet, policy: Policy, *, zeros: bool) -> tuple[System, tuple[Key, ...]]:
    """The system of a sheet and what each of its cells is called.

    Figures and steps that the release does not show are cells to protect. So are, hidden from the start, rests (how
    many persons of a figure are not in a smaller one) and nets (by how much figures of nearly the same persons differ).
    `zeros`: whether a nought may be hidden too.
    """
    cells = _Cells()
    for key, number in sheet.number.items():
        cells.add(key, number)
    for area in sheet.areas:
        _steps(cells, sheet, area)
        _rests(cells, sheet, area)
        _nets(cells, sheet, area)
    cells.terms += _over_areas(sheet)
    keys = tuple(cells.number)
    value = np.array(cells.value, dtype=np.int64)
    net = np.array([key[0] == _NET for key in keys], dtype=np.bool_)
    latent = net | np.array([key[0] == _REST for key in keys], dtype=np.bool_)
    told = np.array([key in sheet.told for key in keys], dtype=np.bool_)
    shown = policy.zeros_shown and not zeros
    small = (value != 0) & (np.abs(value) < policy.threshold) & ~told
    small |= (value == 0) & ~latent & ~told & (not policy.zeros_shown)
    system = System(
        value=value,
        floor=np.where(net, -UNBOUNDED, np.where(latent, 0, int(shown))).astype(np.int64),
        ceiling=np.full(len(keys), UNBOUNDED, dtype=np.int64),
        need=np.where(latent & ~small, 0, policy.interval).astype(np.int64),
        cost=np.array([_cost(sheet, key, policy) for key in keys]) * np.maximum(value, 1),
        sensitive=small,
        latent=latent,
        frozen=told | ((value == 0) & ~latent & shown),
        module=np.full(len(keys), -1, dtype=np.int64),
        rows=cells.rows().distinct(),
    )
    return system, keys


def _steps(cells: _Cells, sheet: Sheet, area: str) -> None:
    """Before and entered less left is after; who stays is a rest of both figures."""
    for step in sheet.steps:
        before, after = ((Part.FIGURE, area, (HELP, one)) for one in (step.before, step.after))
        if len(parts_of(step)) == 1:
            sign = 1 if step.only_enter else -1
            cells.terms.append([(before, 1), ((parts_of(step)[0], area, step), sign), (after, -1)])
            continue
        entered, left = (Part.ENTERED, area, step), (Part.LEFT, area, step)
        stays = (_REST, area, step)
        cells.add(stays, sheet.number[before] - sheet.number[left])
        cells.terms += [[(stays, 1), (left, 1), (before, -1)], [(stays, 1), (entered, 1), (after, -1)]]


def _rests(cells: _Cells, sheet: Sheet, area: str) -> None:
    """Of every figure that holds another one, the persons who are not in that; a step may be that number already."""
    stepped = {frozenset({(HELP, step.before), (HELP, step.after)}) for step in sheet.steps}
    for few, many in sheet.nested(area):
        if frozenset({few, many}) in stepped:
            continue
        small, large = (Part.FIGURE, area, few), (Part.FIGURE, area, many)
        rest = (_REST, area, few, many)
        cells.add(rest, sheet.number[large] - sheet.number[small])
        cells.terms.append([(small, 1), (rest, 1), (large, -1)])


def _nets(cells: _Cells, sheet: Sheet, area: str) -> None:
    for one, other in sheet.nearly_same(area):
        before, after = (Part.FIGURE, area, one), (Part.FIGURE, area, other)
        net = (_NET, area, one, other)
        cells.add(net, sheet.number[after] - sheet.number[before])
        cells.terms.append([(before, 1), (net, 1), (after, -1)])


def _over_areas(sheet: Sheet) -> Iterator[list[tuple[Key, int]]]:
    """Municipalities add up to the region, but for a number of persons who count in two, which counts as known."""
    whole, *towns = sheet.areas
    for kind, area, what in sheet.number if towns else ():
        of_towns = [(kind, town, what) for town in towns]
        if area == whole and all(key in sheet.number for key in of_towns):
            yield [*((key, 1) for key in of_towns), ((kind, whole, what), -1)]


def _cost(sheet: Sheet, key: Key, policy: Policy) -> float:
    weights = policy.weights
    if key[0] in {_REST, _NET}:
        return 0.0
    level = weights.levels[Level.REGION if key[1] == sheet.areas[0] else Level.MUNICIPALITY]
    if isinstance(key[2], RuleStep):
        return level
    ends = {way.end.switches for way in sheet.ways}
    return level * weights.total * (_ENDS if key[2][1] in ends else 1.0)
