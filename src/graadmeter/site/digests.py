"""Digests of the parts of a release, to see whether what something was made from is still the same."""

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from graadmeter.site.published import Published
from graadmeter.site.trace import KEYS, Part

_TABLES = ("cells", "standings")
"""The fields of a release that are indexes of a table: their rows count."""


class Digests:
    """The digest of any part of a release, each worked out once.

    Digests differ between versions of the software; they are only ever compared with those of the same version.
    """

    def __init__(self, published: Published) -> None:
        self._published = published
        self._known: dict[Part, str] = {}
        self._groups: dict[Part, dict[str, list[object]]] = {}

    def of(self, part: Part) -> str:
        """The digest of a part; '' for one that the release no longer has."""
        if part not in self._known:
            self._known[part] = self._digest(part)
        return self._known[part]

    def _digest(self, part: Part) -> str:
        if part[0] in _TABLES:
            step = part[1]
            return self._published.tables.digest(part[0], step[1:] if step.startswith("[") else None)
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
