"""From measured cells to counts that exist once, in families that are protected together."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tests.support.few import few
from tests.unit.protect.twente import example

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.errors import CatalogueError, DisclosureError
from graadmeter.domain.region import Region
from graadmeter.protect.blocks.block import block
from graadmeter.protect.blocks.plan import Plan, plan
from graadmeter.protect.grid.lines import Series
from graadmeter.protect.request import Request

PLAIN = {name: one for name, one in few().items() if not any(measure.is_derived for measure in one.measures)}
"""Derived figures are set apart before planning (protect.derived)."""


def plain_example() -> tuple[Region, pa.Table]:
    place, cells = example()
    return place, cells.filter(pc.is_in(cells["indicator"], pa.array(list(PLAIN))))


@pytest.fixture(scope="module")
def made() -> Plan:
    place, cells = plain_example()
    return plan(Request(cells, PLAIN, policies(), place))


def number(made: Plan, indicator: str, member: str = "total") -> int:
    line = next(line for line in made.facts.lines if line.indicator == indicator and line.top.member == member)
    return made.facts.grid.series.index(line.top)


def test_a_count_that_two_indicators_give_exists_once(made: Plan) -> None:
    foster, same = number(made, "jeugdhulp", "11"), number(made, "verblijf", "11")
    assert foster != same
    assert np.array_equal(made.cell[foster][made.cell[foster] >= 0], made.cell[same][made.cell[same] >= 0])


def test_what_shares_tie_together_is_protected_together(made: Plan) -> None:
    family = made.family
    assert family[number(made, "verblijf")] == family[number(made, "jeugdhulp")]
    assert family[number(made, "crisis")] == family[number(made, "verwijzers")]
    assert family[number(made, "wmo_clienten")] != family[number(made, "jeugdhulp")]


def test_every_count_is_in_exactly_one_block(made: Plan) -> None:
    places = np.concatenate([block(made, members, year).place for members, year in made.blocks()])
    assert np.array_equal(np.sort(places), np.unique(made.cell[made.cell >= 0]))


def test_the_true_table_keeps_every_sum_of_every_block(made: Plan) -> None:
    for members, year in made.blocks():
        system = block(made, members, year).system
        assert (system.value >= system.floor)[~system.frozen].all()
        assert (system.value <= system.ceiling).all()
        assert (system.rows.below >= 0).all()
        assert (system.rows.above >= 0).all()


def test_a_denominator_that_is_no_figure_of_its_own_counts_too(made: Plan) -> None:
    known = next(line.below for line in made.facts.lines if line.indicator == "verwijzers" and line.below is not None)
    assert known == Series(known.count)
    assert made.facts.grid.counted[made.facts.grid.series.index(known)].any()


def test_rows_without_a_definition_are_refused() -> None:
    place, cells = plain_example()
    odd = cells.set_column(0, "indicator", pa.array(["verzonnen"] * cells.num_rows))
    with pytest.raises(CatalogueError, match="No definition explains"):
        plan(Request(odd, PLAIN, policies(), place))


def test_an_unknown_policy_is_refused() -> None:
    place, cells = plain_example()
    odd = {name: replace(one, policy="niets") for name, one in PLAIN.items()}
    with pytest.raises(CatalogueError, match="does not exist"):
        plan(Request(cells, odd, policies(), place))


def test_counts_that_contradict_each_other_are_refused() -> None:
    place, cells = plain_example()
    numerator = cells["numerator"].to_pylist()
    row = next(row for row, value in enumerate(numerator) if value is not None and value > 20)
    numerator[row] += 1
    odd = cells.set_column(cells.column_names.index("numerator"), "numerator", pa.array(numerator, pa.float64()))
    with pytest.raises(DisclosureError, match="another value in another indicator"):
        plan(Request(odd, PLAIN, policies(), place))
