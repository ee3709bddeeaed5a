"""Nobody of a few: where the nothing may be hidden, the few that are left out are as small as the whole."""

from dataclasses import replace

import numpy as np
import pytest
from tests.unit.protect.ruled import HELP, STAY, definitions, row, ruled, table, with_region
from tests.unit.protect.two_releases import region

from graadmeter.domain.indicators import Measure, Unit
from graadmeter.protect.blocks.block import Block, block
from graadmeter.protect.blocks.plan import plan
from graadmeter.protect.request import Request

EVERYBODY = (6, 40, 30, 50)
DEFINED = definitions(Measure(Unit.PERSONS, HELP), Measure(Unit.PERCENT, STAY, share_of=HELP))


def _block(staying: tuple[int, ...], *, zeros: bool, complement: bool = True) -> Block:
    """Young people with help, and those of them that stay somewhere, of four municipalities and the region."""
    rows = [row(Unit.PERSONS, area, value) for area, value in with_region(EVERYBODY).items()]
    whole = with_region(EVERYBODY)
    for area, value in with_region(staying).items():
        share = {"numerator": float(value), "denominator": float(whole[area])}
        rows.append(row(Unit.PERCENT, area, 100 * value / whole[area], **share))
    policies = {name: replace(one, complement=complement) for name, one in ruled().items()}
    made = plan(Request(table(rows), DEFINED, policies, region()))
    (kind,) = made.blocks()
    return block(made, *kind, zeros=zeros)


def _rests(one: Block) -> list[int]:
    """The sensitive rests, by value."""
    rests = np.arange(len(one.system)) >= len(one.place)
    return sorted(one.system.value[rests & one.system.sensitive].tolist())


@pytest.mark.parametrize(("zeros", "rests"), [(False, []), (True, [6])])
def test_none_of_six_leaves_six_out_where_nobody_can_see_that_it_is_none(zeros: bool, rests: list[int]) -> None:
    assert _rests(_block((0, 20, 12, 31), zeros=zeros)) == rests


def test_what_is_left_out_of_some_is_asked_either_way_and_never_without_the_rule() -> None:
    for zeros in (False, True):
        assert _rests(_block((4, 20, 12, 31), zeros=zeros)) == [2]
        assert _rests(_block((0, 20, 12, 31), zeros=zeros, complement=False)) == []
