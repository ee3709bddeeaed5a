"""What a hidden count was before it changed: small random tables told twice, against plain enumeration of both."""

from dataclasses import replace
from itertools import product

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.properties.test_ledger_brute_force import known_of
from tests.unit.protect.tables import system

from graadmeter.protect.blocks.block import Block
from graadmeter.protect.ledger.blocks import renewed
from graadmeter.protect.ledger.then import Then
from graadmeter.protect.search.suppress import suppress

INNER, MOST, CAP, THRESHOLD, NEED = 3, 7, 12, 5, 2
EVERY = np.array(list(product(range(CAP + 1), repeat=INNER)))

inner = st.lists(st.integers(0, MOST), min_size=INNER, max_size=INNER)
changes = st.lists(st.sampled_from([0, 0, 1, 3, -2, 5]), min_size=INNER, max_size=INNER)
some = st.lists(st.integers(0, INNER - 1), min_size=2, max_size=INNER, unique=True).map(sorted)
totals = st.lists(some, min_size=1, max_size=2, unique_by=tuple)


@settings(max_examples=80, deadline=None)
@given(inner=inner, change=changes, parts=totals)
def test_a_small_count_stays_in_doubt_when_it_changed_and_the_other_hidden_ones_did_not(inner, change, parts) -> None:
    """The attacker reads both releases and knows of every hidden inner count whether it changed."""
    old = system(inner, parts, threshold=THRESHOLD, need=NEED)
    first = suppress(old)
    assume(not len(first.exposed))
    hidden = first.hidden
    later = [max(count + change[cell], 0) for cell, count in enumerate(inner)]
    new = system(later, parts, threshold=THRESHOLD, need=NEED)
    assume(0 < (hidden & (old.value != new.value))[:INNER].sum() < INNER)
    small = (old.value > 0) & (old.value < THRESHOLD)
    known = replace(known_of(old.value, new.value, hidden), then=(Then(old.value, hidden, small),))
    found = renewed(Block(2025, new, np.arange(len(new)), 0, zeros=False), known)
    assume(not found.is_exposed)

    was, now = _both(inner, later, hidden, parts)
    fits = ((was >= 1) | (old.value == 0) | ~hidden).all(axis=1) & (hidden | (was == old.value)).all(axis=1)
    fits &= (found.hidden | (now == new.value)).all(axis=1) & ((now >= 1) | (new.value == 0)).all(axis=1)
    fits &= (was == old.value)[:, old.value == 0].all(axis=1) & (now == new.value)[:, new.value == 0].all(axis=1)
    assert fits.any()
    width = was[fits].max(axis=0) - was[fits].min(axis=0)
    asked = small & hidden & (old.value != new.value)
    assert (width >= NEED)[asked].all(), "what it was can be worked out"


def _both(inner: list[int], later: list[int], hidden: np.ndarray, parts: list[list[int]]) -> tuple[np.ndarray, ...]:
    """All pairs of tables, then and now, in which only changed counts differ: what was shown then is filled in."""
    varied = [one for one in range(INNER) if hidden[one] and inner[one] != later[one]]
    before = np.array(list(product(range(CAP + 1), repeat=len(varied))))
    pairs = np.indices((len(EVERY), len(before))).reshape(2, -1)
    now, was = EVERY[pairs[0]], EVERY[pairs[0]].copy()
    was[:, ~hidden[:INNER]] = np.array(inner)[~hidden[:INNER]]
    was[:, varied] = before[pairs[1]]
    return tuple(
        np.concatenate([one, *(one[:, part].sum(axis=1)[:, None] for part in parts)], axis=1) for one in (was, now)
    )
