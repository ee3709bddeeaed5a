"""An engine that forgets a sum is caught: the audit derives its own."""

from dataclasses import replace

import numpy as np
import pytest
from tests.unit.protect.tables import system
from tests.unit.protect.twente import example

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.errors import DisclosureError
from graadmeter.protect.arrays import runs
from graadmeter.protect.audit.examine import audit
from graadmeter.protect.blocks import plan
from graadmeter.protect.grid import kinship
from graadmeter.protect.grid.relations import Relations
from graadmeter.protect.grid.ties import Ties
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect
from graadmeter.protect.search.suppress import suppress
from graadmeter.protect.system import Rows

LEAK = r"do not fit|can be worked out to"


def run() -> None:
    place, cells = example()
    chosen = {name: one for name, one in indicators().items() if name in {"trajecten", "jeugdhulp", "verblijf"}}
    mine = cells.filter(np.isin(cells["indicator"].to_pylist(), list(chosen)))
    protect(Request(mine, chosen, policies(), place), processes=1)


def test_the_whole_engine_passes() -> None:
    run()


@pytest.mark.parametrize("method", ["_over_areas", "_over_dimensions", "_over_periods"])
def test_forgetting_a_kind_of_sum_is_found(monkeypatch, method: str) -> None:
    monkeypatch.setattr(Relations, method, lambda self: None)
    with pytest.raises(DisclosureError, match=LEAK):
        run()


@pytest.mark.parametrize("chosen", [0, 1, 2, 5])
def test_forgetting_one_single_sum_is_found(monkeypatch, chosen: int) -> None:
    """Of each municipality the sum of the wijken of one count in one period is left out."""
    original = Ties.members

    def without_one(self: Ties, whole, parts) -> None:
        small = ((parts >= 0) & (self.value[parts] > 0) & (self.value[parts] < 10)).sum(axis=1)
        forgotten = np.argsort(-small, kind="stable")[chosen]
        kept = np.arange(len(whole)) != (forgotten if small[forgotten] > 1 else -1)
        original(self, whole[kept], parts[kept])

    monkeypatch.setattr(Ties, "members", without_one)
    with pytest.raises(DisclosureError, match=LEAK):
        run()


@pytest.mark.parametrize("forgotten", [0, 2, 3])
def test_forgetting_one_sum_of_a_small_table_is_found(forgotten: int) -> None:
    sums = [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4]]
    inner = [3, 20, 90, 30, 50, 80]
    whole = system(inner, sums)
    rows = whole.rows
    place, row = runs(rows.start, np.array([number for number in range(4) if number != forgotten]))
    less = Rows.of(row, rows.cell[place], rows.coef[place], rows.below[:3], rows.above[:3])
    assert audit(whole, suppress(whole).hidden).passed
    assert not audit(whole, suppress(replace(whole, rows=less)).hidden).passed


def test_taking_one_count_for_two_is_found(monkeypatch) -> None:
    """Foster care is counted by two indicators; hiding it in one of them only is a leak."""

    def apart(grid):
        flat = np.arange(grid.value.size, dtype=np.int64).reshape(grid.value.shape)
        return np.where(grid.counted, flat, -1)

    assert plan.shared_cells is kinship.shared_cells
    monkeypatch.setattr(plan, "shared_cells", apart)
    with pytest.raises(DisclosureError, match=LEAK):
        run()
