"""What every table of the other domains is told from: a client of the extract, a quarter, and chance of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from graadmeter.synth.days import Ints, quarter_first, quarter_last
from graadmeter.synth.draw import Floats

_MIXED, _WHOLE = 7_919, 10_007
"""Two primes that scatter numbers that follow one another."""
_BEYOND = 10_000_019
"""A prime above every synthetic BSN, so that no two clients get the same number."""

Row = dict[str, str]
Fact = dict[str, object]
"""Model columns of one row, with ids as delivered."""


@dataclass(frozen=True, slots=True)
class Told:
    """One delivered row and what the model should hold of it; adds nothing of its own when `fact` is None."""

    row: Row
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Quarter:
    """The quarter that is delivered, and the first and last one in which these tables are."""

    gemeente: str
    """Four digits."""
    index: int
    start: int
    end: int
    """The last quarter in which these tables are."""

    @property
    def first(self) -> date:
        """Its first day."""
        return _date(quarter_first(self.index))

    @property
    def last(self) -> date:
        """Its last day."""
        return _date(quarter_last(self.index))

    @property
    def days(self) -> int:
        """Days from the first quarter with these tables to the end of this one."""
        return quarter_last(self.index) - quarter_first(self.start) + 1

    @property
    def span(self) -> int:
        """Days from the first quarter with these tables to the end of the last."""
        return quarter_last(self.end) - quarter_first(self.start) + 1

    def day(self, after: int) -> date:
        """The day so many days after the first quarter with these tables began."""
        return _date(quarter_first(self.start) + after)


def chance(client: Row, table: int) -> np.random.Generator:
    """The chance of one client in one table: the same in every quarter, so that a story goes on."""
    return np.random.default_rng([int(client["bsn"]), table])


def known(day: date | None, quarter: Quarter) -> str:
    """The day as text when it has come by the end of the quarter."""
    return day.isoformat() if day is not None and day <= quarter.last else ""


def value(day: date | None, quarter: Quarter) -> date | None:
    """The same as a day."""
    return day if day is not None and day <= quarter.last else None


def later(day: date, rng: np.random.Generator, low: int, high: int) -> date:
    """A day between so many days after another."""
    return day + timedelta(days=int(rng.integers(low, high)))


def age(client: Row, day: date) -> int:
    """Whole years on the day."""
    born = date.fromisoformat(client["geboortedatum"])
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def person(client: Row) -> Row:
    """The fields that say who it is."""
    return {name: client[name] for name in ("bsn", "geboortedatum", "geslacht")}


def number_of(client: Row) -> int:
    """A number that only this client has."""
    return int(client["bsn"]) * _MIXED % _BEYOND


def one_of(rng: np.random.Generator, *words: str) -> str:
    """One of the words."""
    return words[int(rng.integers(0, len(words)))]


def each(clients: list[Row], least: int, share: float = 0.0) -> Iterator[Row]:
    """The first so many clients, and of the others a share that is the same in every quarter; each once."""
    known = {client["bsn"]: client for client in clients}
    chosen = scattered(np.array([int(bsn) for bsn in known], dtype=np.int64)) < share
    chosen[:least] = True
    yield from (client for client, is_in in zip(known.values(), chosen.tolist(), strict=True) if is_in)


def scattered(bsn: Ints) -> Floats:
    """A number from 0 to 1 per BSN, always the same, that tells nothing of the next."""
    return np.asarray(bsn * _MIXED % _WHOLE / _WHOLE)


def _date(day: int) -> date:
    return date(1970, 1, 1) + timedelta(days=day)
