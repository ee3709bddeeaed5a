"""Birthdays: the day from which a person is an adult, and the quarters on both sides of it."""

from datetime import date, timedelta

from graadmeter.domain.periods import quarter_of

_LEAP_DAY = (2, 29)


def eighteenth_birthday(born: date) -> date:
    """The first day a person is eighteen. Who is born on 29 February turns eighteen on 1 March."""
    if (born.month, born.day) == _LEAP_DAY:
        return date(born.year + 18, 3, 1)
    return born.replace(year=born.year + 18)


def twenty_third_birthday(born: date) -> date:
    """The day of the 23rd birthday; who is born on 29 February turns 23 on 1 March."""
    adult = eighteenth_birthday(born)
    return adult.replace(year=adult.year + 5)


def last_minor_quarter(born: date) -> int:
    """Index of the quarter with the last day before the eighteenth birthday."""
    return quarter_of(eighteenth_birthday(born) - timedelta(days=1))


def first_adult_quarter(born: date) -> int:
    """Index of the quarter of the eighteenth birthday."""
    return quarter_of(eighteenth_birthday(born))
