"""The order in which tables are made, asked and removed: each question soon, each table gone after its last use.

So an engine never holds the tables of the whole catalogue at once, and an answer can be taken apart before the next.
"""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graadmeter.measure.tables import PREFIX

_NAME = re.compile(rf"\b{PREFIX}\w+")

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Make:
    """How a table is made and removed."""

    name: str
    create: str
    drop: str


@dataclass(frozen=True, slots=True)
class Step(Generic[Key]):
    """One table to make, the questions that can be asked then, and the tables that nobody needs after these."""

    make: Make | None
    asks: tuple[Key, ...]
    drops: tuple[str, ...]
    """The statements that remove the tables."""


def schedule(makes: Sequence[Make], questions: Mapping[Key, str]) -> Iterator[Step[Key]]:
    """The steps: first the questions that need no table, then every table in the order of `makes`."""
    place = {make.name: number for number, make in enumerate(makes)}
    last = dict(enumerate(range(len(makes))))
    for number, make in enumerate(makes):
        for used in _used(make.create, place):
            last[used] = max(last[used], number)
    asks: dict[int, list[Key]] = {}
    for key, text in questions.items():
        needed = _used(text, place)
        moment = max(needed, default=-1)
        asks.setdefault(moment, []).append(key)
        for one in needed:
            last[one] = max(last[one], moment)
    yield Step(None, tuple(asks.get(-1, ())), ())
    for number, make in enumerate(makes):
        drops = tuple(makes[one].drop for one, until in last.items() if until == number)
        yield Step(make, tuple(asks.get(number, ())), drops)


def _used(text: str, place: Mapping[str, int]) -> set[int]:
    return {place[name] for name in _NAME.findall(text) if name in place}
