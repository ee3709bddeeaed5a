"""Table shapes: names, types and meaning of columns, as values that every stage and every document reads."""

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """Column types; the value is the SQL name that DuckDB, PostgreSQL and Spark share."""

    TEXT = "VARCHAR"
    INT = "INTEGER"
    BIGINT = "BIGINT"
    DATE = "DATE"
    BOOL = "BOOLEAN"
    DOUBLE = "DOUBLE"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type, whether it may be empty, and what it means."""

    name: str
    type: Type
    meaning: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A named list of columns."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(column.name for column in self.columns)
