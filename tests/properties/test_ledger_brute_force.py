"""Two releases of small random tables against plain enumeration: what both together leave an attacker in doubt of."""

from dataclasses import replace
from itertools import product

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.unit.protect.tables import system

from graadmeter.protect.blocks.block import Block
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.ledger.blocks import renewed
from graadmeter.protect.ledger.news import with_news
from graadmeter.protect.ledger.systems import Known
from graadmeter.protect.search.suppress import suppress

INNER, MOST, CAP, THRESHOLD, NEED = 3, 14, 30, 5, 2
EVERY = np.array(list(product(range(CAP + 1), repeat=INNER)))

inner = st.lists(st.integers(0, MOST), min_size=INNER, max_size=INNER)
changes = st.lists(st.sampled_from([0, 0, 0, 1, 3, -2, 6, -6]), min_size=INNER, max_size=INNER)
some = st.lists(st.integers(0, INNER - 1), min_size=2, max_size=INNER, unique=True).map(sorted)
dear = st.lists(st.sampled_from([1, 1, 40]), min_size=INNER + 3, max_size=INNER + 3)
totals = st.lists(some, min_size=1, max_size=3, unique_by=tuple)


def known_of(before: np.ndarray, now: np.ndarray, hidden: np.ndarray) -> Known:
    """What the first release showed, for the engine."""
    last = np.where(hidden, ABSENT, before)
    away = np.abs(now - before)
    none = np.zeros(len(now), dtype=np.bool_)
    moved = ~hidden & (away > 0)
    return Known(
        last=last,
        shown=~hidden,
        moved=moved,
        near=moved & (away < THRESHOLD),
        fresh=none,
        hidden=hidden,
        vague=none,
        rest=none,
        sums=none,
        settled=none,
        kin=none,
        then=(),
    )


@settings(max_examples=80, deadline=None)
@given(inner=inner, change=changes, parts=totals, dear=dear)
def test_two_releases_leave_the_doubt_that_each_promises(inner, change, parts, dear) -> None:
    """The attacker reads both, and knows that no inner count that was hidden in the first has changed since.

    The first release found other figures `dear`, so that it may have hidden what would not be hidden now.
    """
    old = system(inner, parts, threshold=THRESHOLD, need=NEED)
    first = suppress(replace(old, cost=old.cost * dear[: len(old)]))
    hidden = first.hidden
    assume(not len(first.exposed))
    later = [count if hidden[cell] else max(count + change[cell], 0) for cell, count in enumerate(inner)]
    new = system(later, parts, threshold=THRESHOLD, need=NEED)
    known = known_of(old.value, new.value, hidden)
    found = renewed(Block(2025, new, np.arange(len(new)), 0, zeros=False), known)
    assume(not found.is_exposed)
    carried, secret = found.carried, found.level.hidden & ~known.shown

    tables = np.concatenate([EVERY, *(EVERY[:, one].sum(axis=1)[:, None] for one in parts)], axis=1)
    earlier = np.where(hidden[:INNER], EVERY, old.value[:INNER])
    earlier = np.concatenate([earlier, *(earlier[:, one].sum(axis=1)[:, None] for one in parts)], axis=1)
    fits = (hidden | (earlier == old.value)).all(axis=1)
    fits &= (carried | secret | (tables == new.value)).all(axis=1)
    fits &= (~secret | (tables >= 1)).all(axis=1)
    low, high = tables[fits].min(axis=0), tables[fits].max(axis=0)

    near = known.moved & (known.near | ((new.value > 0) & (new.value < THRESHOLD)))
    assert carried[near].all(), "a change that is too small is shown"
    assert (high - low >= NEED)[carried].all(), "a change can be worked out"
    assert (high - low >= NEED)[secret].all(), "a figure that was never shown can be worked out"
    assert not (carried & ~known.moved).any()
    still = secret & ~with_news(new, known)
    alone = (hidden | (tables == old.value)).all(axis=1) & (~hidden | (tables >= 1)).all(axis=1)
    assert (tables[alone].min(axis=0) == low)[still].all(), "no news of it, and yet it is better known"
    assert (tables[alone].max(axis=0) == high)[still].all(), "no news of it, and yet it is better known"
    small = (new.value > 0) & (new.value < THRESHOLD) & ~known.shown
    assert secret[small].all()
