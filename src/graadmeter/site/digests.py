"""Digests of the parts of a release, to see whether what something was made from is still the same."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.site.published import Published
from graadmeter.site.trace import KEYS, Part


class Digests:
    """The digest of any part of a release, each worked out once.

    `cells` is the table that the index of figures was made from. Digests differ between versions of the software; they
    are only ever compared with those of the same version.
    """

    def __init__(self, published: Published, cells: pa.Table) -> None:
        self._published = published
        self._tables = {"cells": cells, "standings": published.standings.table}
        self._known: dict[Part, str] = {}
        self._groups: dict[Part, dict[str, list[object]]] = {}

    def of(self, part: Part) -> str:
        """The digest of a part; '' for one that the release no longer has."""
        if part not in self._known:
            self._known[part] = self._digest(part)
        return self._known[part]

    def _digest(self, part: Part) -> str:
        if part[0] in self._tables:
            return _of_table(self._tables[part[0]], part[1])
        *way, last = part
        holder = self._at(way)
        if holder is None:
            return ""
        if last == KEYS:
            return _of(list(holder))
        if last.startswith("["):
            return _of(self._group(tuple(way), holder).get(last[1:]))
        return _of(getattr(holder, last))

    def _at(self, way: list[str]) -> Any:
        found: Any = self._published
        for step in way:
            found = found.get(step[1:]) if step.startswith("[") else getattr(found, step)
            if found is None:
                return None
        return found

    def _group(self, way: Part, mapping: Mapping[Any, Any]) -> dict[str, list[object]]:
        if way not in self._groups:
            groups: dict[str, list[object]] = {}
            for key, value in mapping.items():
                groups.setdefault(str(key[0] if isinstance(key, tuple) else key), []).append((key, value))
            self._groups[way] = groups
        return self._groups[way]


def _of_table(table: pa.Table | None, step: str) -> str:
    """The rows of '[indicator', or all for a field; the edition they are published in does not count."""
    if table is None:
        return ""
    own = table.drop_columns(["edition"]) if "edition" in table.column_names else table
    if step.startswith("["):
        own = _rows_of(own, step[1:])
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


def _of(value: object) -> str:
    return hashlib.sha256(repr(_plain(value)).encode()).hexdigest()


def _plain(value: object) -> object:
    """The value as builtins, whose `repr` gives all there is; sets are put in order."""
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, *(_plain(getattr(value, one.name)) for one in fields(value)))
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Mapping):
        return [(_plain(key), _plain(one)) for key, one in value.items()]
    if isinstance(value, set | frozenset):
        return sorted(repr(_plain(one)) for one in value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
