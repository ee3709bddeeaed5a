"""When a row counts: its presence in the quarters of the region, as a bitmap (bit 0 = the region's first quarter)."""

import re
from dataclasses import dataclass

from sqlglot import exp

from graadmeter.domain.indicators import AgeScope, Moment
from graadmeter.measure.dates import quarter_of
from graadmeter.measure.lanes import Kind
from graadmeter.measure.syntax import (
    Exp,
    big,
    both,
    coalesce,
    col,
    every,
    greatest,
    known,
    least,
    num,
    power,
    some,
    text,
    unknown,
    when,
)
from graadmeter.measure.tables import NARROWED, PRESENT

MOST_QUARTERS = 62
"""What a signed 64-bit integer can hold: bits 0 to 61, and 2 to the power 62 for the end of the last span."""


@dataclass(frozen=True, slots=True)
class Window:
    """The quarters of the region, `first` to `last` (quarter indexes)."""

    first: int
    last: int
    narrow: bool = False
    """Whether rows are taken from tables that hold only what can count in these quarters (`measure.narrowing`)."""

    gathered: frozenset[str] = frozenset()
    """The tables of which rows of distinct things are taken gathered (`measure.gathered`)."""

    present: frozenset[str] = frozenset()
    """The tables of rows that count by one rule which are made (`measure.shared`)."""

    def rows_of(self, table: str) -> str:
        """The table that has the rows of a model table that can count."""
        return NARROWED + table if self.narrow else table

    def holds(self, quarter: Exp) -> Exp:
        """The quarter lies in the window."""
        return every([quarter >= num(self.first), quarter <= num(self.last)])

    def bit(self, quarter: Exp) -> exp.Case:
        """The bitmap of one quarter; NULL outside the window."""
        return when(self.holds(quarter), power(quarter - num(self.first)))

    def span(self, start: Exp, end: Exp) -> exp.Case:
        """The bitmap of the quarters `start` to `end` (NULL = still running) in the window; NULL for none."""
        until = coalesce(end, num(self.last))
        seen = every(
            [
                known(start),
                start <= num(self.last),
                until >= num(self.first),
                until >= start,
            ]
        )
        after = power(least(until, num(self.last)) - num(self.first - 1))
        before = power(greatest(start, num(self.first)) - num(self.first))
        return when(seen, after - before)

    def of_years(self, first: Exp | None, last: Exp) -> exp.Case:
        """The bitmap of whole years, `first` (None = from ever) to `last`."""
        start = num(self.first) if first is None else exp.Paren(this=first) * num(4)
        return when(known(last), self.span(start, exp.Paren(this=last) * num(4) + num(3)), big(num(0)))


def looked_at(moment: Moment) -> str:
    """The column of the periods with the quarters that count: of a stock only the first or the last."""
    if not moment.is_stock:
        return "mask"
    return "eerste" if moment is Moment.AT_START else "laatste"


_SPANS = {
    AgeScope.MINOR: ("jeugd_van", "jeugd_tot"),
    AgeScope.ADULT: ("volw_van", "volw_tot"),
    AgeScope.ALL: ("kw_begin", "kw_einde"),
    AgeScope.TO_22: ("jong_van", "jong_tot"),
}
SHARED = {Moment.BESIDE: "samen", Moment.BESIDE_RESIDENCE: "samen_verblijf"}
"""The column of the quarters in which a trajectory shares a day with one of the person of the kind the moment names."""
GIVEN = {Moment.PAID: "kw", Moment.DELIVERED: "kwartaal"}
"""The column that holds the one quarter of a row."""
_NO_LETTER = re.compile(r"\W")
_LAWS = {"jeugdwet": AgeScope.MINOR, "wmo": AgeScope.ADULT}


def present_table(kind: Kind) -> str:
    """The name of the table with the rows that count by the rule of this kind, where there is one."""
    age = AgeScope.ALL if kind.age.by_year else kind.age
    return f"{PRESENT}{kind.table}_{kind.moment.value}_{_NO_LETTER.sub('_', age.value)}"


def presence_of(window: Window, kind: Kind) -> Exp:
    """The bitmap of the quarters in which a row (its own columns) counts; NULL when it never does."""
    if kind.moment.is_beside:
        shared = both(presence(window, Moment.ACTIVE, kind.age), col(SHARED[kind.moment]))
        return when(shared.neq(num(0)), shared)
    if not kind.moment.of_dates:
        return presence(window, kind.moment, kind.age)
    start = quarter_of(col(kind.start))
    if kind.moment is Moment.ON:
        return window.bit(start)
    end = quarter_of(least(*[col(name) for name in kind.ends]) if len(kind.ends) > 1 else col(kind.ends[0]))
    return window.span(start, end - num(1) if kind.moment is Moment.OPEN else end)


def ever_present(window: Window, kind: Kind) -> Exp:
    """Whether a row can count in any quarter of the window, where possible in words that take an engine little.

    Of a trajectory: whether it runs in one of them, whatever is counted; all its other spans lie within that one.
    """
    if kind.moment in GIVEN:
        return window.holds(col(GIVEN[kind.moment]))
    if kind.moment.of_dates:
        return known(presence_of(window, kind))
    start, end = (col(name) for name in _SPANS[AgeScope.ALL])
    return every([start <= num(window.last), exp.Paren(this=some([unknown(end), end >= num(window.first)]))])


def presence(window: Window, moment: Moment, age: AgeScope) -> Exp:
    """The bitmap of the quarters in which a trajectory, a claim or a delivered row counts; NULL when it never does.

    Of an age by year the quarters at any age: `measure.rows` knows the person.
    """
    if age is AgeScope.BY_LAW:
        case = exp.Case()
        for law, scope in _LAWS.items():
            case = case.when(col("wet").eq(text(law)), presence(window, moment, scope))
        return case.else_(presence(window, moment, AgeScope.ALL))
    if age.by_year:
        return presence(window, moment, AgeScope.ALL)
    if moment in GIVEN:
        return window.bit(col(GIVEN[moment]))
    if moment in {Moment.BEGUN, Moment.ENDED}:
        return _event(window, moment, age)
    van, tot = (col(name) for name in _SPANS[age])
    first = van + num(1) if moment is Moment.AT_START else van
    return window.span(first, tot - num(1) if moment is Moment.AT_END else tot)


def _event(window: Window, moment: Moment, age: AgeScope) -> Exp:
    quarter, young = ("kw_begin", "begin_jeugd") if moment is Moment.BEGUN else ("kw_einde", "einde_jeugd")
    bit = window.bit(col(quarter))
    if age is AgeScope.ALL:
        return bit
    return when(col(young) if age is AgeScope.MINOR else exp.Not(this=col(young)), bit)
