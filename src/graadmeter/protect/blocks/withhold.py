"""Suppression of one system, from outsiders and from whoever is taken to know a part of it."""

from graadmeter.protect.arrays import Ints
from graadmeter.protect.blocks.own_shares import keep_own_shares
from graadmeter.protect.search.suppress import Suppression, suppress
from graadmeter.protect.search.withstand import withstand
from graadmeter.protect.system import System

_ROUNDS = 4
"""Times that both are gone through: what is hidden from contributors must be kept from municipalities too."""


def withhold(
    system: System, holder: Ints | None, leader: Ints | None, *, after: Suppression | None = None
) -> Suppression:
    """The pattern and its proofs; `holder` and `leader` as in `protect.block`, `after` as in `suppress`."""
    found = suppress(system, after=after)
    for _ in range(_ROUNDS):
        before = int(found.hidden.sum())
        if holder is not None:
            found = withstand(system, found, holder)
        if leader is not None:
            found = keep_own_shares(system, found, leader)
        if holder is None or leader is None or int(found.hidden.sum()) == before:
            break
    return found
