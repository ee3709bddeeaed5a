"""Cuts a block into pieces that no sum ties together: each is protected, and if need be waits, by itself."""

from collections.abc import Sequence
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


def same_pieces(some: Sequence[Block], others: Sequence[Block]) -> list[int | None]:
    """Of each of `some` pieces of a block the number of the one of `others` with the same cells; None where none is.

    Where zeros may be hidden too, more rests are cells, and these can tie pieces together.
    """
    number = {(one.place.tobytes(), len(one.system)): place for place, one in enumerate(others)}
    return [number.get((one.place.tobytes(), len(one.system))) for one in some]


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
