"""The rows that can count, each with its bitmap: a model table, its derived columns, limited to the region."""

from collections.abc import Iterable

from sqlglot import exp

from graadmeter.catalogue.dimensions import dimension_members
from graadmeter.catalogue.predicates import columns_in, parse_predicate
from graadmeter.domain.areas import Level
from graadmeter.domain.slices import PERSON_DIMENSIONS, RESIDUAL, ROW_DIMENSIONS, UNKNOWN
from graadmeter.measure.lanes import Kind, Lane
from graadmeter.measure.moments import Window, presence
from graadmeter.measure.syntax import Exp, col, every, joined, known, num, same, select, some, sub, text, unknown, when
from graadmeter.measure.tables import AREAS, REPEATED, Node

_BORN = "geboortejaar"
_PROTECTED = ("bescherming", "reclassering", "preventief")


def present_rows(window: Window, kind: Kind, columns: Iterable[str], *, with_person: bool = False) -> exp.Select:
    """The rows of a model table that count in some quarter: `columns` and `mask`; with the person's sex and year."""
    wanted = {name: _column(name) for name in columns}
    masked = select({**wanted, "mask": presence(window, kind.moment, kind.age)}, kind.table, where=_in_region())
    counts = known(col("mask", "t"))
    kept = {name: col(name, "t") for name in (*wanted, "mask")}
    if not with_person:
        return select(kept, sub(masked, "t"), where=counts)
    person = {"geslacht": col("geslacht", "p"), _BORN: col(_BORN, "p")}
    query = select({**kept, **person}, sub(masked, "t"), where=counts)
    return joined(query, "persoon", "p", same(("persoon",), "p", "t"), left=True)


def _in_region() -> exp.In:
    codes = exp.select("code").from_(AREAS).where(col("level").eq(text(Level.MUNICIPALITY.value)))
    return exp.In(this=col("gemeente"), query=exp.Subquery(this=codes))


def _column(name: str) -> Exp:
    if name == "herhaald":
        return exp.In(this=col("traject"), query=exp.Subquery(this=exp.select("traject").from_(REPEATED)))
    if name == "kostensoort":
        claimed = when(col("vervoer"), text("vervoer")).when(col("wet").eq(text("wmo")), text("wmo"))
        protected = exp.In(this=col("soort"), expressions=[text(value) for value in _PROTECTED])
        return claimed.when(protected, text("bescherming_reclassering")).else_(text("jeugdhulp"))
    return col(name)


def row_columns(lanes: Iterable[Lane]) -> tuple[str, ...]:
    """The columns that these lanes look at, in name order."""
    names: set[str] = set()
    for lane in lanes:
        names |= columns_in(lane.count.where)
        names |= {ROW_DIMENSIONS[lane.dimension]} if lane.dimension in ROW_DIMENSIONS else set()
    return tuple(sorted(names))


def row_condition(lane: Lane) -> Exp:
    """What must be true of a row to count in the lane."""
    member = _is_member(lane.dimension, lane.member) if lane.dimension in ROW_DIMENSIONS else exp.true()
    return every([parse_predicate(lane.count.where).copy(), member])


def _is_member(dimension: str, member: str) -> Exp:
    column = col(ROW_DIMENSIONS.get(dimension, dimension))
    if RESIDUAL.get(dimension) != member:
        return column.eq(text(member))
    others = [text(code) for code in dimension_members()[dimension] if code != member]
    return exp.Paren(this=some([unknown(column), exp.Not(this=exp.In(this=column, expressions=others))]))


def of_person(lane: Lane) -> bool:
    """Whether the lane is about the person's sex or age."""
    return lane.dimension in PERSON_DIMENSIONS


def person_mask(lane: Lane, mask: Exp, window: Window) -> Exp:
    """`mask` limited to the quarters in which the person belongs to the lane's member."""
    if lane.dimension == "geslacht":
        return when(_is_member(lane.dimension, lane.member), mask, num(0))
    if lane.dimension == "leeftijdsgroep":
        if lane.member == UNKNOWN:
            return when(unknown(col(_BORN)), mask, num(0))
        youngest, oldest = age_bounds(lane.member)
        first = col(_BORN) + num(1 + youngest) if youngest else None
        return exp.Paren(this=exp.BitwiseAnd(this=mask, expression=_whole(window, first, oldest)))
    return mask


def _whole(window: Window, first: Exp | None, oldest: int) -> Exp:
    years = window.of_years(first, col(_BORN) + num(1 + oldest))
    return exp.Paren(this=exp.Coalesce(this=years, expressions=[num(0)]))


def age_bounds(member: str) -> tuple[int, int]:
    """The youngest and oldest age of a `leeftijdsgroep`: 04-11 gives 4 and 11."""
    youngest, oldest = member.split("-")
    return int(youngest), int(oldest)


def repeated_node() -> Node:
    """The youth help trajectories that are repeat use by the CBS rule (see `domain.slices.DERIVED`)."""
    start, end = col("begin", "t"), col("einde", "u")
    closed_before = [
        same(("persoon",), "u", "t"),
        col("traject", "u").neq(col("traject", "t")),
        end <= start - _interval(2, "DAY"),
        end >= start - _interval(5, "YEAR"),
    ]
    started = select({"traject": col("traject", "t")}, sub(_help_rows("traject", "persoon", "begin"), "t"))
    query = started.join(sub(_help_rows("traject", "persoon", "einde"), "u"), on=every(closed_before), copy=False)
    return Node(REPEATED, query.distinct(copy=False))


def _help_rows(*names: str) -> exp.Select:
    return select({name: col(name) for name in names}, "traject", where=parse_predicate("soort = 'jeugdhulp'").copy())


def _interval(number: int, unit: str) -> exp.Interval:
    return exp.Interval(this=text(str(number)), unit=exp.var(unit))
