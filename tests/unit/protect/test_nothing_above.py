"""Nobody of a few: where the nothing may be hidden, the few that are left out are as small as the whole."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from tests.unit.protect.ruled import HELP, STAY, Row, definitions, row, ruled, table, with_region
from tests.unit.protect.two_releases import region

from graadmeter.domain.cells import TOTAL
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


def test_so_it_is_where_a_rule_lets_that_nothing_be_hidden() -> None:
    """All three that stay have one form of help: which form nobody has may not be seen, and so may be hidden."""
    forms = {"02": ((3, 20, 12, 31), (34, 40, 30, 50)), "14": ((0, 15, 11, 12), (6, 30, 25, 40))}
    forms[TOTAL] = ((3, 35, 23, 43), (40, 70, 55, 90))
    rows: list[Row] = []
    for form, (some, whole) in forms.items():
        rows += _shares(form, some, whole)
    by_form = Measure(Unit.PERCENT, STAY, share_of=HELP, breakdowns=("hulpvorm",), split=("hulpvorm",))
    defined = definitions(Measure(Unit.PERSONS, STAY, breakdowns=("hulpvorm",)), by_form)
    rests = {}
    for rules in ((), ({"rule": "groepsonthulling", "dimensions": ["hulpvorm"], "below": 10},)):
        made = plan(Request(table(rows), defined, ruled(*rules, complement=True), region()))
        (kind,) = made.blocks()
        rests[bool(rules)] = _rests(block(made, *kind))
    assert 6 not in rests[False]
    assert 6 in rests[True]


def _shares(form: str, some: Sequence[int], whole: Sequence[int]) -> list[Row]:
    """How many stay, and which share that is, with one form of help."""
    bases, rows = with_region(whole), []
    for area, value in with_region(some).items():
        share = {"numerator": float(value), "denominator": float(bases[area])}
        rows.append(row(Unit.PERSONS, area, value, hulpvorm=form))
        rows.append(row(Unit.PERCENT, area, 100 * value / bases[area], hulpvorm=form, **share))
    return rows
