"""Records which parts of a release something was made from, by handing out the release with its reads watched."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cached_property
from types import FunctionType, MethodType
from typing import Any, cast

from graadmeter.site.cell_index import CellIndex
from graadmeter.site.published import Published
from graadmeter.site.standings import Standings

Part = tuple[str, ...]
"""The way to a part from the release: fields, and '[key' for the entries whose key is or begins with it."""

KEYS = "[*"
"""The keys of a mapping, in order."""

EDITION = "0edition0of0this0release0"
"""Stands where the name of the edition is to come: what is made can then be used again in the next edition."""

_OURS = "graadmeter.site."
_BY_INDICATOR = (CellIndex, Standings)
"""What is looked up by indicator: the first argument of every method."""


def watched(published: Published, seen: set[Part]) -> Published:
    """The release as it is, but that every part read is added to `seen`, and that its edition is a stand-in.

    A field that is a plain value counts as one part. Of a mapping each entry is a part, or all entries whose keys
    share their first member; of the figures, all of an indicator.
    """
    found = _Watched(published, (), seen)
    found.__dict__["edition"] = EDITION
    return cast("Published", found)


class _Watched:
    """A value of the site's own with its reads watched; it passes for one of its own class."""

    def __init__(self, of: object, part: Part, seen: set[Part]) -> None:
        self.__dict__.update(_of=of, _part=part, _seen=seen)

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return type(self.__dict__["_of"])

    def __getattr__(self, name: str) -> Any:
        of, own = self.__dict__["_of"], getattr(type(self.__dict__["_of"]), name, None)
        if isinstance(own, FunctionType):
            return MethodType(own, self)
        if isinstance(own, property) and own.fget is not None:
            return own.fget(self)
        if isinstance(own, cached_property):
            value = own.func(self)
        else:
            value = _opened(getattr(of, name), (*self.__dict__["_part"], name), self.__dict__["_seen"])
        self.__dict__[name] = value
        return value


class _ByIndicator:
    """A large index, each lookup watched by its indicator."""

    def __init__(self, of: object, part: Part, seen: set[Part]) -> None:
        self.__dict__.update(_of=of, _part=part, _seen=seen)

    def __getattr__(self, name: str) -> Any:
        part, seen = self.__dict__["_part"], self.__dict__["_seen"]
        value = getattr(self.__dict__["_of"], name)
        if not isinstance(value, MethodType):
            seen.add((*part, name))
            return value
        known: set[str] = set()

        def lookup(indicator: str, *others: object) -> object:
            if indicator not in known:
                known.add(indicator)
                seen.add((*part, f"[{indicator}"))
            return value(indicator, *others)

        self.__dict__[name] = lookup
        return lookup


class _WatchedMapping(Mapping[Any, Any]):
    """A mapping with its reads watched."""

    def __init__(self, of: Mapping[Any, Any], part: Part, seen: set[Part]) -> None:
        self._of, self._part, self._seen = of, part, seen
        self._open: dict[str, _Watched] = {}
        self._known: set[object] = set()

    def __getitem__(self, key: Any) -> Any:
        return self._entry(key, self._of[key])

    def get(self, key: Any, default: Any = None) -> Any:
        """The entry, or `default`; that it is missing is seen too."""
        return self._entry(key, self._of.get(key, default))

    def __contains__(self, key: object) -> bool:
        self._entry(key, None)
        return key in self._of

    def __iter__(self) -> Iterator[Any]:
        self._seen.add((*self._part, KEYS))
        return iter(self._of)

    def __len__(self) -> int:
        self._seen.add((*self._part, KEYS))
        return len(self._of)

    def _entry(self, key: Any, value: Any) -> Any:
        if key in self._known:
            return value
        if isinstance(key, str) and _divisible(value):
            if key not in self._open:
                self._open[key] = _Watched(value, (*self._part, f"[{key}"), self._seen)
            return self._open[key]
        first = key[0] if isinstance(key, tuple) else key
        if first not in self._known:
            self._known.add(first)
            self._seen.add((*self._part, f"[{first}"))
        return value


def _divisible(value: object) -> bool:
    return is_dataclass(value) and type(value).__module__.startswith(_OURS)


def _opened(value: object, part: Part, seen: set[Part]) -> object:
    if isinstance(value, _BY_INDICATOR):
        return _ByIndicator(value, part, seen)
    if isinstance(value, Mapping):
        return _WatchedMapping(value, part, seen)
    if _divisible(value):
        return _Watched(value, part, seen)
    seen.add(part)
    return value
