"""The whole of protection on a small random region."""

import numpy as np
import pyarrow.compute as pc
import pytest
from tests.unit.protect.twente import measured, model, region

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.cells import PUBLISHED
from graadmeter.protect.run import protect

PLACE = region(3, 3, 2024 * 4, 2024 * 4 + 3)
COUNTS = ["personen", "huishoudens", "trajecten"]


@pytest.fixture(scope="module")
def cells():
    return measured(PLACE, model(PLACE, 1, size=0.5))


@pytest.fixture(scope="module")
def release(cells):
    return protect(cells, indicators(), policies(), PLACE, processes=1)


def test_the_shape_is_that_of_a_release(cells, release) -> None:
    assert tuple(release.cells.column_names) == PUBLISHED.names
    assert release.cells.num_rows == cells.num_rows


def test_no_small_count_is_shown(release) -> None:
    counts = release.cells.filter(pc.is_in(release.cells["unit"], value_set=pc.cast(COUNTS, "string")))
    shown = counts["value"].drop_null().to_numpy()
    assert len(shown) > 500
    assert not ((shown > 0) & (shown < 10)).any()


def test_hidden_cells_have_no_value_and_all_others_keep_theirs(cells, release) -> None:
    hidden = np.array(release.cells["status"].to_pylist()) == "suppressed"
    assert 0.1 < hidden.mean() < 0.6
    assert release.cells.filter(hidden)["value"].null_count == hidden.sum()
    counts = np.isin(cells["unit"].to_pylist(), [*COUNTS, "euro"]) & ~hidden
    assert release.cells.filter(counts)["value"].to_pylist() == cells.filter(counts)["value"].to_pylist()
    assert release.cells.filter(~hidden)["status"].to_pylist() == cells.filter(~hidden)["status"].to_pylist()


def test_shares_are_rounded_to_one_decimal(release) -> None:
    shares = release.cells.filter(pc.equal(release.cells["unit"], "procent"))["value"].drop_null().to_numpy()
    assert len(shares) > 100
    assert np.allclose(shares * 10, np.rint(shares * 10))


def test_the_number_of_processes_changes_nothing(cells, release) -> None:
    again = protect(cells, indicators(), policies(), PLACE, processes=2)
    assert again.cells.equals(release.cells)
