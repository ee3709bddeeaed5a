"""Additive rounding of small counts: inner counts below a base become 0 or the base, and all totals add up."""

from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np

from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools, Floats, Ints, runs, starts
from graadmeter.protect.tables.counts import Table
from graadmeter.protect.tables.linked_rounding import round_linked

_SWEEPS, _WARM_SWEEPS = 400, 390
_WARMTH, _COLD, _TINY = 6.0, 1.5, 1e-12
"""How much worse a turn may make things: ever less over the warm sweeps, then nothing (simulated annealing)."""
_ATTEMPTS, _FEW = 3, 1_000
"""A table with few small counts is tried more than once, for little; the nearest result counts."""
_WEIGHT_FAR = 200.0
"""How much worse a unit beyond the cap is than one within it."""
_SQUARE = 0.03
"""What the square of an error weighs beside the error itself: enough to keep large errors rare."""


@dataclass(frozen=True, slots=True)
class RoundedTable:
    """Counts that add up, of which no small one is left."""

    table: Table
    value: Ints
    cap: int

    @property
    def mean_error(self) -> float:
        """The mean distance from the truth over the cells that are not empty."""
        some = self.table.value > 0
        return float(np.abs(self.value - self.table.value)[some].mean()) if some.any() else 0.0

    @property
    def largest_error(self) -> int:
        """The largest distance from the truth."""
        return int(np.abs(self.value - self.table.value).max(initial=0))


def round_table(table: Table, *, base: int, key: bytes, cap: int = 8) -> RoundedTable:
    """Rounds the inner counts from 1 to below `base` such that totals stay near, within `cap` where that is possible.

    The choice for a count is drawn from the secret key and its codes, then improved count by count in an order drawn
    from the key too: the same table and key always give the same figures, so that repeating a release tells nothing.
    Method: small-count rounding (Langsrud and Heldal, 2018), by simulated annealing. Tables that share totals and no
    inner counts are rounded by a program in whole numbers instead. Raises UsageError for an equation that is not one
    total and its parts, and for linked tables that are too large.
    """
    inner, start, above = _ancestry(table)
    small = inner[(table.value[inner] > 0) & (table.value[inner] < base)]
    luck = np.array([_draw(table, int(cell), key) for cell in small], dtype=np.float64)
    chance = np.random.default_rng(int.from_bytes(blake2b(b"order", key=key[:64], digest_size=8).digest(), "big"))
    bad = _badness(base * len(small), cap)
    best: _State | None = None
    for _ in range(_ATTEMPTS if len(small) < _FEW else 1):
        chosen: Bools = luck < table.value[small] / base
        step = np.where(chosen, base, 0) - table.value[small]
        error = np.zeros(len(table.value), dtype=np.int64)
        place, owner = runs(start, small)
        np.add.at(error, above[place], step[owner])
        state = _State(error, [above[start[cell] : start[cell + 1]] for cell in small], chosen, bad, base)
        _anneal(state, chance)
        best = state if best is None or state.worth < best.worth else best
    value = table.value + (best.error if best else 0)
    if len(replace(table, value=value).off()):
        every = np.array([_draw(table, cell, key) for cell in range(len(value))], dtype=np.float64)
        value = round_linked(table, base=base, luck=every, cap=cap)
    return RoundedTable(table, value, cap)


def _anneal(state: "_State", chance: np.random.Generator) -> None:
    """Turns choices round where that brings the totals nearer, at first also where it makes things a little worse."""
    size = len(state.groups)
    for sweep in range(_SWEEPS):
        warm = sweep < _WARM_SWEEPS
        warmth = _WARMTH * (_COLD / _WARMTH) ** (sweep / _WARM_SWEEPS) if warm else 0.0
        worse = -warmth * np.log(chance.random(size) + _TINY)
        turned = [state.turn(number, float(worse[number])) for number in chance.permutation(size).tolist()]
        if not warm and not any(turned):
            return


@dataclass(frozen=True, slots=True)
class _State:
    """The errors of all cells under the choices made so far."""

    error: Ints
    groups: list[Ints]
    """Per small count the cells it is counted in."""
    chosen: Bools
    """Per small count whether it is rounded up."""
    bad: Floats
    """How bad each error is, the middle being none."""
    base: int

    @property
    def worth(self) -> float:
        """How bad all errors together are."""
        return float(self.bad[self.error + len(self.bad) // 2].sum())

    def turn(self, number: int, worse: float) -> bool:
        """Turns one choice round if that makes things at most so much worse."""
        group = self.groups[number]
        now = self.error[group] + len(self.bad) // 2
        step = -self.base if self.chosen[number] else self.base
        if self.bad[now + step].sum() - self.bad[now].sum() >= worse - _TINY:
            return False
        self.error[group] += step
        self.chosen[number] = not self.chosen[number]
        return True


def _badness(most: int, cap: int) -> Floats:
    """How bad each error from -`most` to `most` is."""
    size = np.abs(np.arange(-most - 1, most + 2, dtype=np.float64))
    bad: Floats = size + _SQUARE * size**2 + _WEIGHT_FAR * np.maximum(size - cap, 0)
    return bad


def _draw(table: Table, cell: int, key: bytes) -> float:
    """A number from 0 to 1 that only the holder of the key can tell."""
    codes = table.codes[cell] or (table.names[cell],)
    mark = blake2b("\x1f".join(codes).encode(), key=key[:64], digest_size=8)
    return int.from_bytes(mark.digest(), "big") / 2**64


def _ancestry(table: Table) -> tuple[Ints, Ints, Ints]:
    """The inner cells, and per cell the cells it is counted in (itself too): run starts and cells."""
    size = len(table.value)
    parts: dict[int, list[int]] = {}
    rows = table.rows
    for row in range(len(rows)):
        span = slice(int(rows.start[row]), int(rows.start[row + 1]))
        cells, coefs = rows.cell[span], rows.coef[span]
        sign = 1 if (coefs < 0).sum() == 1 else -1
        whole = cells[coefs * sign < 0]
        if len(whole) != 1 or (np.abs(coefs) != 1).any() or not table.tight[row]:
            raise UsageError(
                Text(
                    f"Som {table.equations[row]} is geen totaal met zijn delen; afronden kan dan niet.",
                    f"Sum {table.equations[row]} is not a total and its parts; it cannot be rounded.",
                )
            )
        parts.setdefault(int(whole[0]), cells[coefs * sign > 0].tolist())
    below: dict[int, Ints] = {}
    for cell in range(size):
        _collect(cell, parts, below)
    inner = np.array([cell for cell in range(size) if cell not in parts], dtype=np.int64)
    member = np.concatenate([np.zeros(0, dtype=np.int64), *(below[one] for one in range(size))])
    total = np.repeat(np.arange(size, dtype=np.int64), [len(below[one]) for one in range(size)])
    order = np.argsort(member, kind="stable")
    return inner, starts(member[order], size), total[order]


def _collect(cell: int, parts: dict[int, list[int]], below: dict[int, Ints]) -> Ints:
    """The inner cells of which a cell is the sum."""
    if cell not in below:
        below[cell] = (
            np.concatenate([_collect(part, parts, below) for part in parts[cell]])
            if cell in parts
            else np.array([cell], dtype=np.int64)
        )
    return below[cell]
