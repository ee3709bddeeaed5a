"""Arrow schemas for the table shapes of the domain. Only the mapping of types belongs here."""

import pyarrow as pa

from graadmeter.domain.tables import Table, Type

_ARROW = {
    Type.TEXT: pa.string(),
    Type.INT: pa.int32(),
    Type.BIGINT: pa.int64(),
    Type.DATE: pa.date32(),
    Type.BOOL: pa.bool_(),
    Type.DOUBLE: pa.float64(),
}


def schema_of(table: Table) -> pa.Schema:
    """The Arrow schema of a table shape, columns in order, with its nullability."""
    return pa.schema([pa.field(column.name, _ARROW[column.type], column.nullable) for column in table.columns])


def compact_schema_of(table: Table) -> pa.Schema:
    """As `schema_of`, texts as dictionaries: for tables of millions of rows in which few texts are different."""
    fields = [(field, pa.dictionary(pa.int32(), field.type)) for field in schema_of(table)]
    return pa.schema([field.with_type(texts) if pa.types.is_string(field.type) else field for field, texts in fields])


def shaped(rows: pa.Table, table: Table) -> pa.Table:
    """`rows` with exactly the columns and types of `table`, in order; raises `pa.ArrowInvalid` on a lossy cast."""
    return rows.select(list(table.names)).cast(schema_of(table))
