"""Columns of a row that follow from other rows of its person: `domain.slices.DERIVED` tells what each means."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from sqlglot import exp

from graadmeter.catalogue.predicates import columns_in, parse_predicate
from graadmeter.domain.indicators import Count, Moment
from graadmeter.measure.moments import SHARED, Window
from graadmeter.measure.syntax import (
    Exp,
    bit_or,
    coalesce,
    col,
    every,
    greatest,
    known,
    least,
    num,
    same,
    select,
    some,
    sub,
    text,
    unknown,
    when,
)
from graadmeter.measure.tables import PAIRED, PREFIX, Node

_HELP = "soort = 'jeugdhulp'"
_KEY = "sleutel"
_HELPED = PREFIX + "met_jeugdhulp"
_QUARTERS = 100_000
"""More than any quarter index: person and quarter in one whole number."""
_YEAR = 4


def related_column(name: str, window: Window) -> Exp | None:
    """What stands in the place of the column; None when it is none of these."""
    if name == "jaar_gevolgd":
        return coalesce(col("kw_einde") <= num(window.last - _YEAR), exp.false())
    if name == "met_jeugdhulp":
        return _among(_person_quarter(coalesce(col("persoon"), num(-1))), exp.select(_KEY).from_(_HELPED))
    if name in _OTHERS:
        return _among(col("traject"), exp.select("traject").from_(PAIRED).where(col(name).eq(num(1))))
    return None


def related_nodes(counts: Collection[Count], window: Window) -> Iterator[Node]:
    """The tables behind what the counts look at of this kind, for what can count in the window."""
    texts = {text for count in counts for text in (count.where, *(group.where for group in count.groups))}
    wanted = {name for text in texts for name in columns_in(text)}
    conditions = {name: every(make()) for name, make in _OTHERS.items() if name in wanted}
    found: dict[Exp, Exp] = {
        condition: exp.alias_(exp.Max(this=when(condition, num(1), num(0))), name)
        for name, condition in conditions.items()
    }
    for moment in sorted({count.moment for count in counts if count.moment.is_beside}):
        shared = every(_BESIDE[moment]())
        found[shared] = exp.alias_(bit_or(when(shared, _together(window))), SHARED[moment])
    if found:
        yield Node(PAIRED, _paired(window.rows_of("traject"), found))
    if "met_jeugdhulp" in wanted:
        yield Node(_HELPED, _pupils_with_help())


def _among(key: Exp, kept: exp.Select) -> exp.In:
    return exp.In(this=key, query=exp.Subquery(this=kept))


def _paired(table: str, found: Mapping[Exp, Exp]) -> exp.Query:
    """The trajectories (t) beside which the person has another one (u), as any condition says: what is found for each.

    All are looked for at once: the other trajectories of a person are found one time.
    """
    own, others = (_rows(place, name, found.values()) for place, name in ((table, "t"), ("traject", "u")))
    query = select({"traject": col("traject", "t")}, sub(own, "t")).select(*found.values(), copy=False)
    other = [same(("persoon",), "u", "t"), col("traject", "u").neq(col("traject", "t"))]
    on = every([*other, exp.Paren(this=some(found))])
    return query.join(sub(others, "u"), on=on, copy=False).group_by(col("traject", "t"), copy=False)


def _rows(table: str, name: str, found: Iterable[Exp]) -> exp.Select:
    """The rows of a table with what is looked at of it under this name."""
    named = {column.name for one in found for column in one.find_all(exp.Column) if column.table == name}
    return select({column: col(column) for column in ("traject", "persoon", *sorted(named))}, table)


def _repeated() -> list[Exp]:
    start, end = col("begin", "t"), col("einde", "u")
    return [*_both_help(), end <= start - _interval(2, "DAY"), end >= start - _interval(5, "YEAR")]


def _started_again() -> list[Exp]:
    return _started_within(_interval(1, "YEAR"))


def _started_soon() -> list[Exp]:
    return _started_within(_interval(6, "MONTH"))


def _started_within(time: exp.Interval) -> list[Exp]:
    end, start = col("einde", "t"), col("begin", "u")
    return [*_both_help(), start >= end + _interval(2, "DAY"), start <= end + time]


def _with_residence() -> list[Exp]:
    return [col("verblijf", "u"), *_share_a_day()]


def _both_help() -> list[Exp]:
    return [col("soort", name).eq(text("jeugdhulp")) for name in ("t", "u")]


def _with_other_act() -> list[Exp]:
    return [col("wet", "u").neq(col("wet", "t")), *_share_a_day()]


def _together(window: Window) -> Exp:
    """The quarters from the first to the last day on which both run."""
    begin = greatest(col("kw_begin", "t"), col("kw_begin", "u"))
    return window.span(begin, least(col("kw_einde", "t"), col("kw_einde", "u")))


def _share_a_day() -> list[Exp]:
    one = some([unknown(col("einde", "t")), col("begin", "u") <= col("einde", "t")])
    other = some([unknown(col("einde", "u")), col("einde", "u") >= col("begin", "t")])
    return [one, other]


def _pupils_with_help() -> exp.Query:
    pupils = select({name: col(name) for name in ("persoon", "kwartaal")}, "onderwijs", where=known(col("persoon")))
    helped = select({name: col(name) for name in ("persoon", "jeugd_van", "jeugd_tot")}, "traject",
                    where=every([parse_predicate(_HELP).copy(), known(col("jeugd_van"))]))  # fmt: skip
    quarter = col("kwartaal", "o")
    now = [same(("persoon",), "t", "o"), col("jeugd_van", "t") <= quarter]
    now.append(some([unknown(col("jeugd_tot", "t")), col("jeugd_tot", "t") >= quarter]))
    key = _person_quarter(col("persoon", "o"), "o")
    query = select({_KEY: key}, sub(pupils, "o"))
    return query.join(sub(helped, "t"), on=every(now), copy=False).distinct(copy=False)


def _person_quarter(person: Exp, table: str | None = None) -> Exp:
    return person * num(_QUARTERS) + col("kwartaal", table)


def _interval(number: int, unit: str) -> exp.Interval:
    return exp.Interval(this=text(str(number)), unit=exp.var(unit))


_OTHERS: Mapping[str, Callable[[], list[Exp]]] = {
    "herhaald": _repeated,
    "nieuwe_start": _started_again,
    "start_in_half_jaar": _started_soon,
}
"""What must all be true of a trajectory (t) and another one of its person (u)."""

_BESIDE: Mapping[Moment, Callable[[], list[Exp]]] = {
    Moment.BESIDE: _with_other_act,
    Moment.BESIDE_RESIDENCE: _with_residence,
}
"""The same for the moments that count the days on which both run."""

RELATED = frozenset({"jaar_gevolgd", "met_jeugdhulp", *_OTHERS})
"""The columns of this kind: what they say of a row can change while the row itself does not."""
