"""The largest providers: persons per provider, the largest per area and period, and the persons these have together.

Ties are broken by AGB code, the lower one first, so that the same data always give the same list.
"""

from collections.abc import Iterator

from sqlglot import exp

from graadmeter.catalogue.predicates import columns_in, parse_predicate
from graadmeter.domain.areas import Level
from graadmeter.measure.histogram import fold, histogram
from graadmeter.measure.lanes import Ranking, kind_of
from graadmeter.measure.moments import Window
from graadmeter.measure.syntax import (
    Exp,
    bit_or,
    both,
    col,
    every,
    joined,
    known,
    num,
    same,
    select,
    source,
    stacked,
    sub,
    text,
)
from graadmeter.measure.tables import PERIODS, PREFIX, Node
from graadmeter.measure.units import unit_rows

_MEMBER = "aanbieder"


def ranking_nodes(
    number: int, ranking: Ranking, levels: frozenset[Level], window: Window, region: str
) -> Iterator[Node]:
    """Who is with which provider when; the figures per provider; in which periods a provider is among the largest."""
    count, unit = ranking.count, kind_of(ranking.count).thing
    extra = sorted(columns_in(count.where) - {_MEMBER})
    found = unit_rows(window, kind_of(count), (_MEMBER, *extra))
    keys: dict[str, Exp] = {name: col(name) for name in ("gemeente", _MEMBER, unit)}
    where = every([parse_predicate(count.where).copy(), known(col(_MEMBER))])
    base = select({**keys, "mask": bit_or(col("mask"))}, sub(found, "t"), where=where, group=keys)
    yield Node(_name(number, "wie"), base)
    yield Node(
        _name(number, "waar"), stacked(_placed(number, unit, level, region) for level in Level if level in levels)
    )
    member_keys: dict[str, Exp] = {"area": col("area"), _MEMBER: col(_MEMBER)}
    counts = histogram(_name(number, "waar"), member_keys, col("mask"))
    yield Node(_name(number, "cijfers"), _largest(fold([counts], member_keys), ranking.top))
    yield Node(_name(number, "grootste"), _masks_of_largest(number))


def ranking_query(number: int, ranking: Ranking) -> exp.Query:
    """Rows area, aanbieder, periode, n: the largest, and `top<n>` for the distinct persons of these together."""
    largest = select({name: col(name) for name in ("area", _MEMBER, "periode", "n")}, _name(number, "cijfers"))
    unit = kind_of(ranking.count).thing
    keys: dict[str, Exp] = {"area": col("area", "w"), "soort": col("soort", "g"), unit: col(unit, "w")}
    together = select(
        {**keys, "mask": bit_or(both(col("mask", "w"), col("mask", "g")))}, source(_name(number, "waar"), "w")
    )
    together = joined(together, _name(number, "grootste"), "g", same(("area", _MEMBER), "g", "w"))
    together = together.group_by(*keys.values(), copy=False)
    present = histogram("samen", {"area": col("area"), "soort": col("soort")}, col("mask"))
    present = present.from_(sub(together, "samen"))
    joint = fold([present], ("area",), period_type=True)
    named = {"area": col("area"), _MEMBER: text(f"top{ranking.top}"), "periode": col("periode"), "n": col("n")}
    return stacked([largest, select(named, sub(joint, "j"))])


def _name(number: int, part: str) -> str:
    return f"{PREFIX}rang{number}_{part}"


def _placed(number: int, unit: str, level: Level, region: str) -> exp.Select:
    mask = {"mask": bit_or(col("mask"))}
    if level is Level.REGION:
        columns: dict[str, Exp] = {"area": text(region), _MEMBER: col(_MEMBER), unit: col(unit)}
        return select({**columns, **mask}, _name(number, "wie"), group=(_MEMBER, unit))
    columns = {"area": col("gemeente"), _MEMBER: col(_MEMBER), unit: col(unit)}
    return select({**columns, "mask": col("mask")}, _name(number, "wie"))


def _largest(counts: exp.Query, top: int) -> exp.Select:
    order = exp.Order(
        expressions=[exp.Ordered(this=col("n"), desc=True, nulls_first=False), exp.Ordered(this=col(_MEMBER))]
    )
    place = exp.Window(this=exp.RowNumber(), partition_by=[col("area"), col("periode")], order=order)
    names = ("area", _MEMBER, "periode", "n")
    ranked = select({**{name: col(name) for name in names}, "plaats": place}, sub(counts, "c"))
    return select({name: col(name) for name in names}, sub(ranked, "r"), where=col("plaats") <= num(top))


def _masks_of_largest(number: int) -> exp.Select:
    columns: dict[str, Exp] = {
        "area": col("area", "c"),
        _MEMBER: col(_MEMBER, "c"),
        "soort": col("soort", "p"),
        "mask": bit_or(col("mask", "p")),
    }
    query = joined(select(columns, source(_name(number, "cijfers"), "c")), PERIODS, "p", same(("periode",), "p", "c"))
    return query.group_by(*[columns[name] for name in ("area", _MEMBER, "soort")], copy=False)
