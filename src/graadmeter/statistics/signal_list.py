"""Which of hundreds of series deserve attention now: a short list that is seldom wrong."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from graadmeter.statistics.false_discovery import adjusted

RATE = 0.10
"""At most this share of the signals of a family may be chance."""
MOST = 10
"""As many as a meeting can discuss."""


class Newest(Protocol):
    """A newest figure beside what was expected of it: see `newest_count` and `newest_value`."""

    @property
    def observed(self) -> float:
        """The newest figure."""

    @property
    def expected(self) -> float:
        """What was expected of it."""

    @property
    def p(self) -> float:
        """The chance of a figure as far off."""

    def limits(self, alpha: float = ...) -> tuple[float, float]:
        """Between which a figure is usual."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A series that was looked at. A family is what is judged together: the figures of one theme in one period."""

    family: str
    name: str
    newest: Newest


@dataclass(frozen=True, slots=True)
class Signal:
    """A series that stands out, and the lowest rate of false signals at which it would still be listed."""

    family: str
    name: str
    newest: Newest
    rate: float


@dataclass(frozen=True, slots=True)
class SignalList:
    """The clearest signals first, how many more there were, and how many series were looked at."""

    signals: tuple[Signal, ...]
    left_off: int
    tested: int


def signal_list(candidates: Iterable[Candidate], *, rate: float = RATE, most: int = MOST) -> SignalList:
    """Up to `most` series with an unusual newest figure, such that in each family at most `rate` of them is chance.

    The order does not depend on that of the candidates. Raises ValueError when one series occurs twice.
    Source: Benjamini and Hochberg (1995), per family.
    """
    families = defaultdict[str, list[tuple[float, Candidate]]](list)
    seen = set[tuple[str, str]]()
    for one in candidates:
        if (one.family, one.name) in seen:
            raise ValueError(f"{one.name} occurs twice in {one.family}")
        seen.add((one.family, one.name))
        families[one.family].append((one.newest.p, one))
    found = list[tuple[float, Signal]]()
    for family, members in families.items():
        rates = adjusted([p for p, _ in members]).tolist()
        found.extend(
            (p, Signal(family, one.name, one.newest, own))
            for (p, one), own in zip(members, rates, strict=True)
            if own <= rate
        )
    found.sort(key=lambda pair: (pair[0], pair[1].family, pair[1].name))
    return SignalList(tuple(signal for _, signal in found[:most]), max(len(found) - most, 0), len(seen))
