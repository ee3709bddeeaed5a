"""The embedded engine takes one thread for little work, and those it was given for more."""

import pytest

from graadmeter.engine.duckdb import DuckDBEngine


@pytest.mark.parametrize(("rows", "threads"), [(0, 1), (500_000, 1), (500_001, 2)])
def test_few_rows_are_not_divided_among_threads(rows: int, threads: int) -> None:
    with DuckDBEngine(threads=2) as engine:
        engine.suit(rows)
        assert engine.query("SELECT current_setting('threads') AS n").column("n").to_pylist() == [threads]


def test_more_rows_get_the_threads_back() -> None:
    with DuckDBEngine(threads=2) as engine:
        engine.suit(10)
        engine.suit(5_000_000)
        assert engine.query("SELECT current_setting('threads') AS n").column("n").to_pylist() == [2]


def test_never_more_threads_than_given() -> None:
    with DuckDBEngine(threads=1) as engine:
        engine.suit(5_000_000)
        assert engine.query("SELECT current_setting('threads') AS n").column("n").to_pylist() == [1]
