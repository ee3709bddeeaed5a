"""Dates of rows as numbers: their quarter, days between two of them, and working days."""

from datetime import date

from sqlglot import exp

from graadmeter.domain.day_counts import MONDAY, DayCount
from graadmeter.measure.syntax import Exp, big, least, num, small, text

_WEEK, _WORKING = 7, 5


def quarter_of(day: Exp) -> Exp:
    """The index of the quarter in which a day lies, `year * 4 + quarter - 1`; NULL when it is not known."""
    year, quarter = (small(exp.Extract(this=exp.var(part), expression=day)) for part in ("YEAR", "QUARTER"))
    return exp.Paren(this=year * num(4) + quarter - num(1))


def days_of(count: DayCount, start: Exp, end: Exp) -> Exp:
    """The number of days between two dates, by the rule of `domain.day_counts`; NULL when either is not known."""
    if count is DayCount.DAYS:
        return _days(start, end)
    return exp.Paren(this=_workdays_since(end) - _workdays_since(start))


def day_number(day: Exp) -> Exp:
    """The date as days since a Monday long ago; NULL when it is not known."""
    return _days(_constant(MONDAY), day)


def later(day: Exp, number: int) -> Exp:
    """The date so many days later."""
    return exp.Paren(this=day + exp.Interval(this=text(str(number)), unit=exp.var("DAY"))) if number else day


def _days(start: Exp, end: Exp) -> Exp:
    return big(exp.DateDiff(this=end, expression=start, unit=exp.var("DAY")))


def _workdays_since(day: Exp) -> Exp:
    """Mondays to Fridays from a Monday long ago up to and including the day."""
    passed = _days(_constant(MONDAY), day)
    in_week = exp.Paren(this=exp.Mod(this=passed, expression=num(_WEEK)))
    weeks = big(exp.Div(this=exp.Paren(this=passed - in_week), expression=num(_WEEK)))
    return exp.Paren(this=weeks * num(_WORKING) + least(in_week + num(1), num(_WORKING)))


def _constant(day: date) -> Exp:
    return exp.Cast(this=text(day.isoformat()), to=exp.DataType(this=exp.DType.DATE))
