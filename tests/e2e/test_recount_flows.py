"""Who came back, who stayed, who waited and what goes together: counted again from the delivered files."""

from collections import Counter

import pytest
from tests.e2e.recount_flows import recount_flows
from tests.e2e.region import FIRST, LAST
from tests.e2e.told import differences, told

UNLISTED = ("preventief", "jeugdhulp-onbekend", "wmo-onbekend")
"""Kinds of provision that the definition of pairs leaves out."""
CELLS = {
    "cohortuitstroom": 30,
    "geen_nieuwe_start": 15,
    "jeugdhulp_op_school": 10,
    "scholen_met_jeugdhulp": 5,
    "schoolverzuim": 10,
    "stapeling_huishoudens": 40,
    "vaak_samen": 50,
    "wachttijd_tot_start": 60,
}
"""Fewer recounted cells than this and the test would say nothing."""


@pytest.fixture(scope="module")
def counted(whole_catalogue) -> dict:
    return recount_flows(whole_catalogue, FIRST, LAST)


@pytest.mark.parametrize("indicator", CELLS)
def test_measured_cells_equal_a_recount(whole_catalogue, counted, indicator) -> None:
    every = told(whole_catalogue, indicator)
    cells = {key: row for key, row in every.items() if row["status"] != "not_delivered"}
    mine = {key: value for key, value in counted.items() if key[0] == indicator and not unlisted(key)}
    assert len(mine.keys() & cells.keys()) >= CELLS[indicator], Counter(key[0] for key in counted)
    assert set(mine) <= set(every)
    assert not differences(cells, mine)


def unlisted(key: tuple) -> bool:
    return any(kind in UNLISTED for name, pair in key[-1] if name == "paar" for kind in pair)
