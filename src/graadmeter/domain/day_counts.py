"""Days between two dates of a row, as columns that exist while measuring only, and the rule for working days."""

from datetime import date
from enum import StrEnum


class DayCount(StrEnum):
    """The functions of the language of definitions that count days; the value is how they are written."""

    DAYS = "DAGEN"
    """Days from one date to another: from Monday to Tuesday is 1."""
    WORKDAYS = "WERKDAGEN"
    """Mondays to Fridays after the first date, up to and including the second; public holidays are not left out."""


MONDAY = date(1900, 1, 1)
"""A Monday before every date that is measured."""
_MARK = "__"
_WEEK, _WORKING = 7, 5


def column_of(count: DayCount, start: str, end: str) -> str:
    """The name of the column that holds the count of days between two date columns."""
    return f"{count.value.lower()}{_MARK}{start}{_MARK}{end}"


def day_count(name: str) -> tuple[DayCount, str, str] | None:
    """What a column counts: which days, and between which date columns; None for a column of the table itself."""
    parts = name.split(_MARK)
    if len(parts) != 3 or parts[0].upper() not in {item.value for item in DayCount}:  # noqa: PLR2004 - as written above
        return None
    return DayCount(parts[0].upper()), parts[1], parts[2]


def days_between(count: DayCount, start: date | None, end: date | None) -> int | None:
    """The number of days; None when either date is not known. Negative when the end lies before the start."""
    if start is None or end is None:
        return None
    if count is DayCount.DAYS:
        return (end - start).days
    return _workdays_since(end) - _workdays_since(start)


def _workdays_since(day: date) -> int:
    """Mondays to Fridays from the fixed Monday up to and including a day."""
    passed = (day - MONDAY).days
    return passed // _WEEK * _WORKING + min(passed % _WEEK + 1, _WORKING)
