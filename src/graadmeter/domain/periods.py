"""Quarters, half-years and years, in the codes that CBS uses (2021KW03, 2021HJ02, 2021JJ00).

A quarter is also an integer, `year * 4 + (quarter - 1)`, so that tables can compare and shift periods.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from graadmeter.domain.errors import UnknownPeriodError
from graadmeter.domain.text import Text


class PeriodType(StrEnum):
    """How long a period is; the value is what the `period_type` column of a release holds."""

    QUARTER = "kwartaal"
    HALF_YEAR = "halfjaar"
    YEAR = "jaar"


_FORM = {PeriodType.QUARTER: ("KW", 1, 4), PeriodType.HALF_YEAR: ("HJ", 2, 2), PeriodType.YEAR: ("JJ", 4, 1)}
_TYPE_OF = {"KW": PeriodType.QUARTER, "HJ": PeriodType.HALF_YEAR, "JJ": PeriodType.YEAR}
_CODE = re.compile(r"(\d{4})(KW|HJ|JJ)(\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of whole quarters inside one year: `first` to `last`, both quarter indexes."""

    first: int
    last: int

    @property
    def type(self) -> PeriodType:
        """Quarter, half-year or year."""
        return {1: PeriodType.QUARTER, 2: PeriodType.HALF_YEAR, 4: PeriodType.YEAR}[self.last - self.first + 1]

    @property
    def year(self) -> int:
        """The calendar year the period lies in."""
        return self.first // 4

    @property
    def code(self) -> str:
        """The CBS code of eight characters, such as 2021KW03."""
        mark, size, _ = _FORM[self.type]
        number = 0 if self.type is PeriodType.YEAR else (self.first % 4) // size + 1
        return f"{self.year:04d}{mark}{number:02d}"

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        return date(self.year, (self.first % 4) * 3 + 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        return quarter(self.last + 1).first_day - timedelta(days=1)

    @property
    def quarters(self) -> range:
        """The indexes of the quarters in the period."""
        return range(self.first, self.last + 1)

    @property
    def label(self) -> Text:
        """How people write the period: '3e kwartaal 2021' or '3rd quarter of 2021'."""
        number = int(self.code[6:])
        if self.type is PeriodType.YEAR:
            return Text(str(self.year), str(self.year))
        nth = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th"}[number]
        if self.type is PeriodType.HALF_YEAR:
            return Text(f"{number}e halfjaar {self.year}", f"{nth} half of {self.year}")
        return Text(f"{number}e kwartaal {self.year}", f"{nth} quarter of {self.year}")


def quarter(index: int) -> Period:
    """The quarter with this index (`year * 4 + quarter - 1`)."""
    return Period(index, index)


def quarter_of(day: date) -> int:
    """The index of the quarter in which `day` lies."""
    return day.year * 4 + (day.month - 1) // 3


def parse_period(code: str) -> Period:
    """The period with this CBS code; raises `UnknownPeriodError` for anything else."""
    match = _CODE.fullmatch(code)
    if match is None:
        raise UnknownPeriodError(code)
    year, mark, number = int(match[1]), match[2], int(match[3])
    _, size, most = _FORM[_TYPE_OF[mark]]
    if mark == "JJ" and number == 0:
        return Period(year * 4, year * 4 + 3)
    if mark == "JJ" or not 1 <= number <= most:
        raise UnknownPeriodError(code)
    first = year * 4 + (number - 1) * size
    return Period(first, first + size - 1)


def periods_between(first: int, last: int) -> Iterator[Period]:
    """Every quarter from `first` to `last`, then every whole half-year, then every whole year within them."""
    for index in range(first, last + 1):
        yield quarter(index)
    for size in (2, 4):
        start = -(-first // size) * size
        for index in range(start, last - size + 2, size):
            yield Period(index, index + size - 1)
