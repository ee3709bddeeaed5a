"""The audit against plain enumeration: on small random linked tables both must say the same of every hidden cell."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.protect.tables import system

from graadmeter.protect.audit.examine import audit
from graadmeter.protect.search.moves import fits
from graadmeter.protect.search.suppress import THOROUGH, suppress
from graadmeter.protect.system import System

INNER = 4
MOST = 4
CAP = 13
"""Enumerated values run to here: far enough above MOST for every table that a need of 3 can ask for."""

EVERY = np.stack(np.meshgrid(*[np.arange(CAP + 1)] * INNER, indexing="ij"), axis=-1).reshape(-1, INNER)

inner = st.lists(st.integers(0, MOST), min_size=INNER, max_size=INNER)
some = st.lists(st.integers(0, INNER - 1), min_size=2, max_size=INNER, unique=True)
totals = st.lists(some, min_size=1, max_size=5, unique_by=tuple)


def ranges(table: System, parts: list[list[int]], hidden: np.ndarray, floor: int) -> tuple[np.ndarray, np.ndarray]:
    """The least and most that each cell is in any table of whole numbers that fits, by trying all tables."""
    cells = np.concatenate([EVERY, *(EVERY[:, one].sum(axis=1)[:, None] for one in parts)], axis=1)
    fitting = np.where(hidden, cells >= floor, cells == table.value).all(axis=1)
    assert fitting.any(), "the truth itself must fit"
    return cells[fitting].min(axis=0), cells[fitting].max(axis=0)


@settings(max_examples=150, deadline=None)
@given(inner=inner, parts=totals, data=st.data(), need=st.integers(1, 3), floor=st.integers(0, 1))
def test_the_audit_agrees_with_enumeration(inner, parts, data, need, floor) -> None:
    table = system(inner, parts, need=need, floor=floor)
    hidden = np.array([data.draw(st.booleans()) for _ in table.value]) & (table.value >= floor)
    low, high = ranges(table, parts, hidden, floor)
    narrow = set(np.flatnonzero(hidden & (high - low < need)).tolist())
    assert {int(leak.name.removeprefix("cell ")) for leak in audit(table, hidden).leaks} == narrow


@settings(max_examples=100, deadline=None)
@given(inner=inner, parts=totals, need=st.integers(1, 2), floor=st.integers(0, 1))
def test_what_is_suppressed_survives_enumeration(inner, parts, need, floor) -> None:
    table = system(inner, parts, need=need, floor=floor)
    found = suppress(table)
    low, high = ranges(table, parts, found.hidden, floor)
    proven = found.hidden.copy()
    proven[found.exposed] = False
    fractional = {cell for move in found.moves if move.parts > 1 for cell in move.cell.tolist()}
    whole = [cell for cell in np.flatnonzero(proven) if int(cell) not in fractional]
    assert (high - low >= need)[whole].all()
    assert fits(table, found.moves).all()
    assert found.hidden[table.sensitive].all()
    assert not found.hidden[table.frozen].any()


@settings(max_examples=80, deadline=None)
@given(inner=inner, parts=totals, floor=st.integers(0, 1))
def test_pruning_shows_nothing_that_enumeration_needs_hidden(inner, parts, floor) -> None:
    """Counts that could be anything before the pruning can still be after it, and it never hides more."""
    table = system(inner, parts, need=1, floor=floor)
    full, pruned = suppress(table, work=0), suppress(table, work=THOROUGH)
    low, high = ranges(table, parts, pruned.hidden, floor)
    must = table.sensitive.copy()
    must[full.exposed] = False
    assert pruned.hidden[table.sensitive].all()
    assert (high > low)[must].all()
    assert table.cost[pruned.hidden].sum() <= table.cost[full.hidden].sum()
    assert all(move.parts == 1 for move in pruned.moves)


@settings(max_examples=100, deadline=None)
@given(inner=inner, parts=totals)
def test_only_what_enumeration_cannot_hide_either_stays_exposed(inner, parts) -> None:
    """Where the engine gives up, hiding everything but the zeros would not help."""
    table = system(inner, parts, need=1, floor=1)
    found = suppress(table)
    low, high = ranges(table, parts, ~table.frozen, 1)
    assert (high - low < 1)[found.exposed].all()
