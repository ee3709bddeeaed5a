"""Which model tables have rows: what is counted in a table without any is zero, and need not be asked."""

from collections.abc import Iterable

from sqlglot import exp

from graadmeter.engine.port import Engine
from graadmeter.measure.portable import render
from graadmeter.measure.syntax import Exp, num, rows, select, stacked, sub, text


def filled_tables(engine: Engine, tables: Iterable[str]) -> frozenset[str]:
    """Those of the tables that have at least one row."""
    wanted = sorted(tables)
    if not wanted:
        return frozenset()
    answer = engine.query(render(stacked(map(_first_row, wanted)), engine.dialect))
    found = zip(answer.column("tabel").to_pylist(), answer.column("n").to_pylist(), strict=True)
    return frozenset(name for name, n in found if n)


def rows_in(engine: Engine, table: str) -> int:
    """How many rows the table has."""
    found: int = engine.query(render(select({"n": rows()}, table), engine.dialect)).column("n")[0].as_py()
    return found


def _first_row(table: str) -> exp.Query:
    one: dict[str, Exp] = {"een": num(1)}
    return select({"tabel": text(table), "n": rows()}, sub(select(one, table).limit(1, copy=False), "t"))
