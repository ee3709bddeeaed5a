"""Cuts a block into pieces that no sum ties together: each is protected, and if need be waits, by itself."""

from dataclasses import replace

import numpy as np

from graadmeter.protect.arrays import Ints
from graadmeter.protect.blocks.block import Block
from graadmeter.protect.search.components import components
from graadmeter.protect.search.groups import alone, gathered


def pieces(one: Block) -> list[Block]:
    """The block in pieces, large ones apart and small ones together; the same sums give the same pieces.

    Families of counts are kept in one block because their figures are published together (a price is an amount by
    persons). Where no sum runs between them, cutting changes no proof, and programs are smaller.
    """
    cut = gathered(components(one.system, np.arange(len(one.system), dtype=np.int64)), lambda _: 0)
    if len(cut) == 1:
        return [one]
    return [_piece(one, cells, broken=one.broken if not number else 0) for number, cells in enumerate(cut)]


def _piece(one: Block, cells: Ints, *, broken: int) -> Block:
    leader = None if one.leader is None else one.leader[cells]
    return replace(
        one,
        system=alone(one.system, cells),
        place=one.place[cells[cells < len(one.place)]],
        broken=broken,
        holder=None if one.holder is None else one.holder[cells],
        leader=leader if leader is not None and (leader >= 0).any() else None,
    )
