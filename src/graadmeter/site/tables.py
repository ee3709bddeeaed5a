"""The tables of a release as they were read, with digests of their rows."""

import hashlib
from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc


class Tables:
    """Tables by name; each digest is worked out once.

    The digest of the same rows is the same whatever the version of the software: marks on pages are made of it
    (`marks`). The name of the edition does not count.
    """

    def __init__(self, tables: Mapping[str, pa.Table] | None = None) -> None:
        self._tables = tables or {}
        self._known: dict[tuple[str, str], str] = {}

    def __getitem__(self, name: str) -> pa.Table:
        return self._tables[name]

    def __contains__(self, name: object) -> bool:
        return name in self._tables

    def digest(self, name: str, indicator: str | None = None) -> str:
        """Of the rows of an indicator, or of all rows; '' for a table that the release does not have."""
        if name not in self._tables:
            return ""
        key = (name, indicator or "")
        if key not in self._known:
            self._known[key] = _of(self._tables[name], indicator)
        return self._known[key]


def _of(table: pa.Table, indicator: str | None) -> str:
    own = table.drop_columns(["edition"]) if "edition" in table.column_names else table
    if indicator is not None:
        own = _rows_of(own, indicator)
    found = hashlib.sha256(repr(own.schema.names).encode())
    for column in own.columns:
        for part in _parts(column):
            found.update(part)
    return found.hexdigest()


def _parts(column: pa.ChunkedArray) -> Iterator[bytes]:
    """The values of a column as bytes: where the nulls are, the different texts there are and which is where, numbers.

    The buffers themselves will not do: what lies in memory under a null or beside a slice is anything, and would make
    equal columns differ.
    """
    whole = column.combine_chunks()
    if whole.null_count:
        yield whole.is_null().to_numpy(zero_copy_only=False).tobytes()
        whole = whole.fill_null(pa.scalar(0).cast(whole.type))
    if pa.types.is_string(whole.type):
        encoded = whole.dictionary_encode()
        yield repr(encoded.dictionary.to_pylist()).encode()
        whole = encoded.indices
    yield whole.to_numpy(zero_copy_only=False).tobytes()


def _rows_of(table: pa.Table, indicator: str) -> pa.Table:
    """The rows of an indicator; where they stand together, as they do in a release, without copying."""
    found = pc.indices_nonzero(pc.equal(table["indicator"], indicator))
    if not len(found):
        return table.slice(0, 0)
    first, last = found[0].as_py(), found[-1].as_py()
    return table.slice(first, len(found)) if last - first + 1 == len(found) else table.take(found)
