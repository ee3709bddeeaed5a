"""The whole of protection on a small random region."""

from dataclasses import replace

import numpy as np
import pyarrow.compute as pc
import pytest
from tests.support.few import few
from tests.unit.protect.twente import example, hidden_by_name, protected_example

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.cells import PUBLISHED
from graadmeter.domain.errors import DisclosureError
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

COUNTS = ["personen", "huishoudens", "trajecten"]


@pytest.fixture(scope="module")
def cells():
    return example()[1]


@pytest.fixture(scope="module")
def release():
    return protected_example()


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
    again = protect(Request(cells, few(), policies(), example()[0]), processes=2)
    assert again.cells.equals(release.cells)


def test_the_audit_speaks_of_all_figures_and_never_of_one(release) -> None:
    assert release.audit["verdict"] == "passed"
    assert release.audit["published"]["figures"] == release.cells.num_rows - hidden_by_name(release.cells)
    assert release.audit["attacks"]["safe_in_whole_numbers"] > 100
    assert release.audit["proofs_checked"]["tables"] > 50
    assert not {"primary", "secondary"} & set(str(release.audit).split())


def test_the_reasons_tell_small_from_secondary(cells, release) -> None:
    why = release.reasons["protection"].to_numpy()
    hidden = np.array(release.cells["status"].to_pylist()) == "suppressed"
    assert ((why != "open") == hidden).all()
    counts = np.isin(cells["unit"].to_pylist(), COUNTS)
    value = cells["value"].to_numpy()
    assert (why[counts & (value > 0) & (value < 10)] == "primary").all()
    assert (why == "secondary").sum() > 50


def test_a_region_without_its_wijken_is_refused(cells) -> None:
    place = example()[0]
    towns = tuple(area for area in place.areas if area.level != "wijk")
    with pytest.raises(DisclosureError, match="not part of the region"):
        protect(Request(cells, few(), policies(), replace(place, areas=towns)), processes=1)


@pytest.mark.parametrize("change", [{"zeros_shown": False}, {"threshold": 5, "interval": 1, "rules": ()}])
def test_other_policies_are_kept_as_well(cells, change: dict[str, object]) -> None:
    policy = replace(policies()["tmsd-10"], **change)
    release = protect(Request(cells, few(), {policy.id: policy}, example()[0]), processes=1)
    counts = np.isin(cells["unit"].to_pylist(), COUNTS)
    value = cells["value"].to_numpy()
    hidden = np.array(release.cells["status"].to_pylist()) == "suppressed"
    small = counts & (value < policy.threshold) & ((value > 0) | (not policy.zeros_shown))
    assert hidden[small].all()
    assert not hidden[counts & (value == 0)].any() or not policy.zeros_shown


def test_a_region_may_publish_nothing_but_means(cells) -> None:
    means = cells.filter(pc.equal(cells["indicator"], "gemiddelde_duur"))
    first = protect(Request(means, few(), policies(), example()[0]), processes=1)
    assert 0 < first.cells["value"].drop_null().length() < means.num_rows
    later = replace(Request(means, few(), policies(), example()[0]), earlier=[Earlier("een", first.cells)])
    assert protect(later, processes=1).cells.equals(first.cells)
