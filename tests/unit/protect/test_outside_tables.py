"""Tables from outside: built from inner counts, protected, attacked, rounded."""

from dataclasses import replace

import numpy as np
import pytest
from tests.unit.protect.tables import system

from graadmeter.domain.errors import DisclosureError, UsageError
from graadmeter.protect.audit.insider import tied_cells
from graadmeter.protect.audit.puzzle import from_system
from graadmeter.protect.search.components import components
from graadmeter.protect.tables.counts import Table, protect_table
from graadmeter.protect.tables.hierarchies import spread_out
from graadmeter.protect.tables.rounding import round_table

WIJKEN = [("Regio", ("A", "B")), ("A", ("a1", "a2")), ("B", ("b1", "b2"))]
OTHER = [("Stad", ("a1", "b1")), ("Land", ("a2", "b2")), ("Regio", ("Stad", "Land"))]
FORMS = [("Totaal", ("x", "y", "z"))]


def _inner(seed: int = 3, mean: int = 6) -> dict[tuple[str, ...], int]:
    rng = np.random.default_rng(seed)
    return {(w, f): int(rng.poisson(mean)) for w in ("a1", "a2", "b1", "b2") for f in ("x", "y", "z")}


def _table(seed: int = 3, mean: int = 6) -> Table:
    return spread_out(("wijk", "vorm"), _inner(seed, mean), {"wijk": WIJKEN + OTHER, "vorm": FORMS})


def test_two_hierarchies_of_one_dimension_make_one_table() -> None:
    table, inner = _table(), _inner()
    at = {codes: number for number, codes in enumerate(table.codes)}
    assert len(table.names) == (4 + 5) * 4
    assert len(table.rows) == 6 * 4 + 9
    assert table.value[at["Regio", "Totaal"]] == sum(inner.values())
    assert table.value[at["Stad", "x"]] == inner["a1", "x"] + inner["b1", "x"]
    assert not len(table.off())


@pytest.mark.parametrize(
    ("branches", "says"),
    [
        ([("A", ("a1", "B")), ("B", ("a2", "A"))], "circle"),
        ([("a1", ("a2",))], "inner"),
        ([("Regio", ("a1", "a2", "b1", "b2")), ("Regio", ("a1",))], "other totals"),
    ],
)
def test_hierarchies_that_cannot_be(branches, says) -> None:
    with pytest.raises(UsageError, match=says):
        spread_out(("wijk", "vorm"), _inner(), {"wijk": branches})


def test_a_total_of_nothing_that_has_parts_in_another_hierarchy_is_refused() -> None:
    with pytest.raises(UsageError, match="other totals in two hierarchies"):
        spread_out(("g",), {("a",): 0, ("b",): 4}, {"g": [("T", ("a",)), ("T", ("b",))]})


def test_a_protected_table_is_proven_in_whole_numbers() -> None:
    done = protect_table(_table(), threshold=5)
    small = (done.table.value > 0) & (done.table.value < 5)
    assert [kind == "primary" for kind in done.status] == small.tolist()
    assert done.findings.whole == done.findings.questions == int(done.hidden.sum()) > small.sum()
    assert all(move.parts == 1 for move in done.moves)


def test_what_cannot_be_protected_is_refused() -> None:
    alone = Table.of_counts([3, 0, 3], [[(0, 1), (1, 1), (2, -1)]])
    assert protect_table(alone, threshold=5).hidden.tolist() == [True, False, True]
    sure = Table.of_counts([1, 1], [[(0, 1), (1, 1)]])
    with pytest.raises(DisclosureError, match="cannot be protected"):
        protect_table(sure, threshold=5, least=1)


@pytest.mark.parametrize("seed", range(5))
def test_rounded_counts_add_up_and_none_is_small(seed) -> None:
    table = _table(seed)
    done = round_table(table, base=5, key=b"een geheim van lang")
    total = np.zeros(len(table.rows), dtype=np.int64)
    np.add.at(total, table.rows.owner, table.rows.coef * done.value[table.rows.cell])
    assert not total.any()
    assert not ((done.value > 0) & (done.value < 5)).any()
    assert done.largest_error <= done.cap
    again = round_table(table, base=5, key=b"een geheim van lang")
    assert np.array_equal(again.value, done.value)


def test_another_key_rounds_otherwise() -> None:
    keys = (b"een geheim van lang", b"een ander geheim...")
    one, other = (round_table(_table(mean=2), base=5, key=key).value for key in keys)
    assert not np.array_equal(one, other)


def test_tables_that_share_totals_only_add_up_as_well_when_rounded() -> None:
    """Wijken by age and wijken by form of help: rounding the inner counts of each would give two totals."""
    age, form = [2, 9, 14, 3, 30, 4], [1, 24, 8, 29]
    wijk = [25, 37]
    value = [*age, *form, *wijk, sum(wijk)]
    sums = [[(0, 10), (1, 10), (2, 10)], [(3, 11), (4, 11), (5, 11)], [(6, 10), (7, 10)], [(8, 11), (9, 11)]]
    equations = [[*((part, 1) for part, _ in one), (one[0][1], -1)] for one in sums]
    table = Table.of_counts(value, [*equations, [(10, 1), (11, 1), (12, -1)]])
    for key in (b"een geheim van lang", b"een ander geheim..."):
        done = round_table(table, base=5, key=key)
        assert not len(replace(table, value=done.value).off())
        assert not ((done.value > 0) & (done.value < 5)).any()
        assert done.largest_error <= done.cap
    large = Table.of_counts(value * 400, [[(cell + 13 * copy, k) for cell, k in one] for copy in range(400) for one in (
        *equations, [(10, 1), (11, 1), (12, -1)])])  # fmt: skip
    with pytest.raises(UsageError, match="more than 4000 cells that share totals"):
        round_table(large, base=5, key=b"een geheim van lang")
    odd = Table.of_counts([2, 3], [[(0, 1), (1, -1)]], limits=[(None, 0)])
    with pytest.raises(UsageError, match="not a total and its parts"):
        round_table(odd, base=5, key=b"een geheim van lang")


def test_an_insider_of_a_pair_learns_the_other() -> None:
    table = system([3, 2, 9], [[0, 1, 2]])
    hidden = np.array([True, True, False, False])
    assert tied_cells(from_system(table, hidden)) == [(0, 1)]
    assert tied_cells(from_system(table, np.array([True, True, True, False]))) == []


def test_parts_without_a_common_sum_are_apart() -> None:
    table = system([3, 2, 9, 4], [[0, 1], [2, 3]])
    assert [part.tolist() for part in components(table, np.array([0, 1, 2, 3]))] == [[0, 1], [2, 3]]
