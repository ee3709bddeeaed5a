"""The parts of one StatLine table (data, properties, code lists) as tables of text, whatever they were saved as."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import pyarrow as pa

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.json_text import text_in
from graadmeter.deliver.reference.notices import ABSENT, SHAPE

NEXT_LINKS = ("odata.nextLink", "@odata.nextLink")


class Parts(Protocol):
    """Where the parts of one StatLine table come from; names are compared without case."""

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        ...

    def table(self, name: str) -> pa.Table:
        """All pages of a part; raises RefusedError when it is not there, damaged or incomplete."""
        ...


def rows_in(parts: Parts, name: str, required: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a small part as trimmed text; raises RefusedError when the part or one of its columns is missing."""
    if not parts.has(name):
        raise RefusedError(ABSENT, part=name)
    rows = parts.table(name).to_pylist()
    if rows and not set(required) <= set(rows[0]):
        raise RefusedError(SHAPE, what=f"{name}: {', '.join(required)}")
    return [{str(key): text_in(value) for key, value in row.items()} for row in rows]


def page_rows(content: Any) -> list[Mapping[str, Any]]:
    """The rows in one JSON answer: its `value` list, a bare list, or the single object it is."""
    rows = content.get("value", content) if isinstance(content, dict) else content
    rows = [rows] if isinstance(rows, dict) else rows
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RefusedError(SHAPE, what="value")
    return rows


def next_link(content: Any) -> str:
    """The address of the next page; empty when this is the last."""
    if not isinstance(content, dict):
        return ""
    return next((str(content[key]) for key in NEXT_LINKS if content.get(key)), "")


def table_of_rows(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """JSON rows as columns of text; null stays null, a row that lacks a column has null there."""
    names = {key: None for row in rows for key in row if not key.startswith("@")}
    columns = {
        text_in(name): pa.array([None if row.get(name) is None else text_in(row[name]) for row in rows], pa.string())
        for name in names
    }
    return pa.table(columns)
