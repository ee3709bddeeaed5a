"""Suppression of one system, from outsiders and from whoever is taken to know a part of it."""

from graadmeter.protect.blocks.block import Block
from graadmeter.protect.blocks.own_shares import keep_own_shares
from graadmeter.protect.search.suppress import suppress
from graadmeter.protect.search.suppression import Suppression
from graadmeter.protect.search.withstand import withstand
from graadmeter.protect.system import System

_ROUNDS = 4
"""Times that both are gone through: what is hidden from contributors must be kept from municipalities too."""


def withhold(system: System, one: Block, *, after: Suppression | None = None) -> Suppression:
    """The pattern and its proofs, from whoever knows a part of the block too; `after` as in `suppress`."""
    holder, leader = one.holder, one.leader
    found = suppress(system, after=after)
    for _ in range(_ROUNDS):
        before = int(found.hidden.sum())
        if holder is not None:
            found = withstand(system, found, holder, together=one.together)
        if leader is not None:
            found = keep_own_shares(system, found, leader)
        if holder is None or leader is None or int(found.hidden.sum()) == before:
            break
    return found
