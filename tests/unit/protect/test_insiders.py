"""Who is the only one in a count and knows it learns no other small count: checked against plain enumeration."""

import numpy as np

from graadmeter.domain.errors import DisclosureError
from graadmeter.protect.search.modules import modules
from graadmeter.protect.search.twins import twins
from graadmeter.protect.system import System
from graadmeter.protect.tables.counts import Table, protect_table
from graadmeter.protect.tables.hierarchies import spread_out

WIJKEN, FORMS = [("Totaal", ("a", "b"))], [("Totaal", ("x", "y", "z"))]
MOST = 6


def _table(inner: np.ndarray) -> Table:
    counts = {(w, f): int(inner[i, j]) for i, w in enumerate("ab") for j, f in enumerate("xyz")}
    return spread_out(("wijk", "vorm"), counts, {"wijk": WIJKEN, "vorm": FORMS})


def _every() -> np.ndarray:
    """All tables with inner counts up to MOST, one row each, with the totals as the table orders its cells."""
    inner = np.stack(np.meshgrid(*[np.arange(MOST + 1)] * 6, indexing="ij"), axis=-1).reshape(-1, 2, 3)
    rows = np.concatenate([inner, inner.sum(axis=1, keepdims=True)], axis=1)
    return np.concatenate([rows, rows.sum(axis=2, keepdims=True)], axis=2).reshape(len(inner), -1)


def test_nobody_alone_learns_a_small_count() -> None:
    chance, every, protected = np.random.default_rng(5), _every(), 0
    for _ in range(12):
        table = _table(chance.integers(1, 6, (2, 3)))
        alone = table.value == 1
        try:
            done = protect_table(table, threshold=5, alone=alone)
        except DisclosureError:
            continue
        fitting = every[(every[:, ~done.hidden] == table.value[~done.hidden]).all(axis=1)]
        small = np.flatnonzero((table.value > 0) & (table.value < 5))
        for insider in np.flatnonzero(alone):
            seen = fitting[fitting[:, insider] == 1]
            others = small[small != insider]
            assert (seen[:, others].min(axis=0) < seen[:, others].max(axis=0)).all()
            protected += 1
    assert protected > 3


def test_without_asking_an_insider_may_learn_another() -> None:
    table = _table(np.array([[1, 8, 20], [4, 30, 40]]))
    plain = protect_table(table, threshold=5)
    asked = protect_table(table, threshold=5, alone=table.value == 1)
    assert asked.hidden_value > plain.hidden_value


def test_the_same_client_counted_twice_is_one_count() -> None:
    table = Table.of_counts([1, 0, 1, 7, 8], [[(0, 1), (1, 1), (2, -1)], [(2, 1), (3, 1), (4, -1)]])
    assert twins(table.rows, table.value == 0).tolist() == [0, 1, 0, 3, 4]


def test_a_large_table_parts_into_its_municipalities() -> None:
    chance = np.random.default_rng(1)
    wijken = {f"M{m}": tuple(f"M{m}W{w}" for w in range(9)) for m in range(14)}
    forms = tuple("abcdefgh")
    inner = {(w, f, a): int(chance.integers(1, 40)) for ws in wijken.values() for w in ws for f in forms for a in "pq"}
    geo = [*wijken.items(), ("Regio", tuple(wijken))]
    table = spread_out(
        ("geo", "vorm", "leeftijd"), inner, {"geo": geo, "vorm": [("T", forms)], "leeftijd": [("T", ("p", "q"))]}
    )
    found = modules(System.of_counts(table.value, table.rows, threshold=5))
    by_module: dict[int, set[str]] = {}
    for number, codes in zip(found.tolist(), table.codes, strict=True):
        by_module.setdefault(number, set()).add(codes[0].split("W")[0])
    assert by_module.pop(-1) == {*wijken, "Regio"}
    assert sorted(by_module.values(), key=sorted) == sorted(({name} for name in wijken), key=sorted)
