"""The good raw tables of one session, known to the engine under names of our own for as long as they are needed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

import pyarrow as pa

from graadmeter.catalogue.layouts import layouts
from graadmeter.domain.layouts import Layout
from graadmeter.domain.tables import Column, Table, Type
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.port import Engine

PREFIX = "std_"

_PLACE = (
    Column("bestand", Type.TEXT, "file", nullable=True),
    Column("regel", Type.BIGINT, "row", nullable=True),
)


@contextmanager
def registered(engine: Engine, tables: Mapping[str, pa.Table]) -> Iterator[None]:
    """Registers each table as `std_<name>` and forgets them all at the end, whatever happens."""
    try:
        for name, table in tables.items():
            engine.register(PREFIX + name, table)
        yield
    finally:
        for name in tables:
            engine.unregister(PREFIX + name)


def complete(good: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Every raw table of the catalogue with the typed columns of its layout; absent ones are empty."""
    return {name: _typed(good.get(name), layout) for name, layout in layouts().items()}


def _typed(rows: pa.Table | None, layout: Layout) -> pa.Table:
    nothing = _nothing(layout.table)
    if rows is None or not len(rows):
        return nothing
    return pa.table({field.name: _column(rows, field) for field in nothing.schema}, schema=nothing.schema)


@cache
def _nothing(table: str) -> pa.Table:
    """The raw table without rows; most tables are not in most deliveries."""
    fields = tuple(Column(field.name, field.type, "", nullable=True) for field in layouts()[table].fields)
    return schema_of(Table(table, "", (*fields, *_PLACE))).empty_table()


def _column(rows: pa.Table, field: pa.Field) -> pa.ChunkedArray | pa.Array:
    if field.name in rows.column_names:
        return rows[field.name].cast(field.type)
    return pa.nulls(len(rows), field.type)
