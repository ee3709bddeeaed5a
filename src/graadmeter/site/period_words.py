"""Periods as they stand in sentences, tables and under axes."""

from functools import cache

from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.domain.text import Lang, Text

_NTH = {"1": "1st", "2": "2nd", "3": "3rd", "4": "4th"}
_KIND = {
    PeriodType.QUARTER: Text("het {n}e kwartaal van {year}", "the {nth} quarter of {year}"),
    PeriodType.HALF_YEAR: Text("het {n}e halfjaar van {year}", "the {nth} half of {year}"),
    PeriodType.YEAR: Text("{year}", "{year}"),
}

PERIOD_KINDS = {
    PeriodType.QUARTER: Text("kwartaal", "quarter"),
    PeriodType.HALF_YEAR: Text("halfjaar", "half-year"),
    PeriodType.YEAR: Text("jaar", "year"),
}
"""What a kind of period is called."""


@cache
def period_label(code: str, lang: Lang) -> str:
    """The period in a table: '2025', '4e kwartaal 2025'."""
    return parse_period(code).label.within(lang)


@cache
def period_phrase(code: str, lang: Lang) -> str:
    """The period within a sentence, after 'in': '2025', 'het 4e kwartaal van 2025'."""
    period = parse_period(code)
    number = code[-1]
    return _KIND[period.type].fill(n=number, nth=_NTH.get(number, ""), year=period.year).within(lang)


@cache
def period_tick(code: str) -> str:
    """What stands under an axis: the year, at a year or at its first quarter; '' elsewhere."""
    period = parse_period(code)
    return str(period.year) if period.first % 4 == 0 else ""
