"""Which claims a question is about, and how a question is put to the engine."""

from dataclasses import dataclass
from typing import Any

import sqlglot

from graadmeter.engine.port import Engine
from graadmeter.measure.portable import render

_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Scope:
    """A municipality or the region, and all laws or one."""

    gemeente: str = ""
    """GM code; empty = the region."""
    wet: str = ""
    """jeugdwet or wmo; empty = both."""

    def where(self, *columns: str) -> str:
        """The condition on the named columns (`gemeente`, `wet`) of a table, to put after AND."""
        told = {"gemeente": self.gemeente, "wet": self.wet}
        parts = [f"{name} = '{told[name]}'" for name in columns if told[name]]
        return " AND ".join(["TRUE", *parts])


def in_year(column: str, year: int) -> str:
    """The condition that a quarter index lies in a year."""
    return f"{column} BETWEEN {year * _QUARTERS} AND {year * _QUARTERS + _QUARTERS - 1}"


def ask(engine: Engine, text: str) -> list[dict[str, Any]]:
    """The rows of a query, written in what DuckDB, PostgreSQL and Spark share and rendered for the engine."""
    rows: list[dict[str, Any]] = engine.query(
        render(sqlglot.parse_one(text, read="duckdb"), engine.dialect)
    ).to_pylist()
    return rows
