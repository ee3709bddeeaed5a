"""Days as whole numbers since 1 January 1970, the form all drawing is done in: their texts, months and quarters."""

from datetime import date
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
"""Whole numbers of any meaning: days, months, quarters, places in a list."""
Flags: TypeAlias = NDArray[np.bool_]

FAR = 40_176
"""A day after every other (the last of 2079): has not ended, does not happen."""

_FIRST_YEAR, _LAST_YEAR = 1890, 2079


def day(year: int, month: int = 1, of_month: int = 1) -> int:
    """The number of a date."""
    return (date(year, month, of_month) - date(1970, 1, 1)).days


_BASE = day(_FIRST_YEAR)


@cache
def _calendar() -> tuple[Ints, list[str]]:
    every = np.arange(_BASE, day(_LAST_YEAR, 12, 31) + 1).astype("datetime64[D]")
    return every.astype("datetime64[M]").astype(np.int64), np.datetime_as_string(every).tolist()


def month_of(days: Ints) -> Ints:
    """The month of each day, counted from January 1970."""
    return _calendar()[0][days - _BASE]


def month_first(months: Ints) -> Ints:
    """The first day of each month."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def quarter_of(days: Ints) -> Ints:
    """The quarter index (year * 4 + quarter - 1) of each day."""
    return 1970 * 4 + month_of(days) // 3


def quarter_first(index: int) -> int:
    """The first day of a quarter."""
    return day(index // 4, index % 4 * 3 + 1)


def quarter_last(index: int) -> int:
    """The last day of a quarter."""
    return quarter_first(index + 1) - 1


def year_of(days: Ints) -> Ints:
    """The year of each day."""
    return 1970 + month_of(days) // 12


def eighteenth(born: Ints) -> Ints:
    """The eighteenth birthday of persons born on these days; 29 February gives 1 March."""
    months = month_of(born)
    return month_first(months + 18 * 12) + born - month_first(months)


def iso(days: Ints) -> list[str]:
    """The days as texts (2021-03-31); `FAR` becomes an empty text."""
    texts = _calendar()[1]
    return [texts[item - _BASE] if item < FAR else "" for item in days.tolist()]
