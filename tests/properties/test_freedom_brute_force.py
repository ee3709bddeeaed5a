"""Blocks that need more freedom, against plain enumeration: what is gone on from must leave as much doubt."""

from dataclasses import replace

import numpy as np
from tests.properties.test_ledger_brute_force import EVERY, INNER, NEED, THRESHOLD, known_of
from tests.unit.protect.tables import system

from graadmeter.protect.blocks.block import Block
from graadmeter.protect.ledger.blocks import Freedom, Renewed, renewed
from graadmeter.protect.ledger.systems import Known, level_system
from graadmeter.protect.search.suppress import suppress
from graadmeter.protect.system import System


def later(chance: np.random.Generator) -> tuple[System, Known] | None:
    """A new release of a small table, and what the one before it showed; None when that was not possible."""
    inner = chance.integers(0, 14, INNER)
    parts = [sorted(chance.choice(INNER, size, replace=False).tolist()) for size in (2, 2, 3)]
    old = system(inner.tolist(), parts, threshold=THRESHOLD, need=NEED)
    first = suppress(replace(old, cost=old.cost * chance.choice([1, 1, 40], len(old))))
    now = np.maximum(inner + chance.choice([0, 0, 1, 3, -2, 6, -6], INNER), 0)
    new = system(now.tolist(), parts, threshold=THRESHOLD, need=NEED)
    return None if len(first.exposed) else (new, known_of(old.value, new.value, first.hidden))


def doubt(new: System, found: Renewed, parts: np.ndarray) -> np.ndarray:
    """How far each figure is from certain for whoever knows all shown figures, and not what happened to the others."""
    hidden = found.hidden
    fits = (hidden | (parts == new.value)).all(axis=1)
    fits &= (~(hidden & ~found.known.shown) | (parts >= 1)).all(axis=1)
    width: np.ndarray = parts[fits].max(axis=0) - parts[fits].min(axis=0)
    return width


def test_what_is_gone_on_from_leaves_the_doubt_that_is_promised() -> None:
    chance = np.random.default_rng(3)
    freed = 0
    for _ in range(400):
        one = later(chance)
        if one is None:
            continue
        new, known = one
        block = Block(2025, new, np.arange(len(new)), 0, zeros=False)
        found = renewed(block, known)
        for freedom in (Freedom.UNKNOWN, Freedom.STILL):
            if not found.is_exposed:
                break
            found = renewed(block, known, freedom, found)
        if found.freedom is Freedom.NONE or found.is_exposed:
            continue
        freed += 1
        secret = found.level.hidden & ~known.shown
        totals = [EVERY[:, row].sum(axis=1)[:, None] for row in rows_of(new)]
        width = doubt(new, found, np.concatenate([EVERY, *totals], axis=1))
        assert (width >= NEED)[secret].all(), "a figure that was never shown can be worked out"
        assert secret[(new.value > 0) & (new.value < THRESHOLD) & ~known.shown].all()
    assert freed >= 10


def rows_of(table: System) -> list[list[int]]:
    """The inner cells of each total."""
    rows = table.rows
    return [
        [int(cell) for cell in rows.cell[first:last] if cell < INNER]
        for first, last in zip(rows.start[:-1], rows.start[1:], strict=True)
    ]


def test_the_only_figure_of_a_sum_that_was_not_shown_is_no_secret() -> None:
    """Twelve ended, of whom for nobody the reason is unknown: that twelve were told, though no figure said so."""
    new = system([12, 0, 40, 9], [[0, 1], [2, 3]], threshold=THRESHOLD, need=NEED)
    hidden = np.array([True, False, True, True, False, False])
    known = known_of(new.value, new.value, hidden)
    block = Block(2025, new, np.arange(len(new)), 0, zeros=False)
    nothing = np.zeros(len(new), dtype=np.bool_)
    assert level_system(block, known, nothing, loose=True).sensitive.tolist() == [
        False,
        False,
        True,
        True,
        False,
        False,
    ]
    assert not level_system(block, known, nothing, loose=False).sensitive.any()
