"""The rows that can count, each with its bitmap: a model table, its derived columns, limited to the region."""

from collections.abc import Iterable
from functools import lru_cache

from sqlglot import exp

from graadmeter.catalogue.dimensions import dimension_members
from graadmeter.catalogue.indicator_counts import group_for
from graadmeter.catalogue.predicates import columns_in, parse_predicate, parse_value
from graadmeter.domain.areas import Level
from graadmeter.domain.day_counts import day_count
from graadmeter.domain.indicators import AgeScope, Group
from graadmeter.domain.slices import PERSON_DIMENSIONS, RESIDUAL, ROW_DIMENSIONS, UNKNOWN
from graadmeter.domain.sources import has_column
from graadmeter.measure.dates import day_number, days_of, later, quarter_of
from graadmeter.measure.lanes import Kind, Lane
from graadmeter.measure.moments import Window, presence_of, present_table
from graadmeter.measure.related import related_column
from graadmeter.measure.syntax import (
    Exp,
    both,
    coalesce,
    col,
    every,
    joined,
    known,
    num,
    same,
    select,
    some,
    sub,
    text,
    unknown,
    when,
)
from graadmeter.measure.tables import AREAS, BESIDE, GATHERED

VALUE = "waarde"
"""The column with the value of a row, of counts that add it up."""
_WAITED = "wacht_"
"""What the name of the columns begins with that say in which quarter a row waits so many days."""
DAY = "dag__"
"""What the name of the columns begins with that hold a date as a number of days."""
FROM_ITSELF = frozenset({"productgroep", "soortvoorziening", "kostensoort"})
"""Columns that follow from codes in the row itself."""
_GROUP_SIGNS = 2
_BORN = "geboortejaar"
_PROTECTED = ("bescherming", "reclassering", "preventief")


def present_rows(window: Window, kind: Kind, columns: Iterable[str], *, with_person: bool = False) -> exp.Select:
    """The rows of a model table that count in some quarter: `columns` and `mask`; with the person's sex and year.

    Rows of a table without municipalities belong to the whole region: their `gemeente` is empty.
    """
    wanted = {name: column_value(name, kind, window) for name in columns}
    table, present, here = window.rows_of(kind.table), presence_of(window, kind), None
    if kind.gatherable and kind.table in window.gathered:
        table, present = GATHERED + kind.table, col("mask")
    elif has_column(kind.table, "gemeente"):
        here = in_region()
    if kind.moment.is_beside:
        table = BESIDE[kind.moment]
    elif present_table(kind) in window.present:
        table, present, here = present_table(kind), col("mask"), None
    aged = {"persoon": col("persoon")} if kind.age.by_year else {}
    masked = {**aged, **wanted, "mask": present}
    rows = sub(select(masked, table, where=here), "t")
    counts: Exp = known(col("mask", "t"))
    kept: dict[str, Exp] = {name: col(name, "t") for name in (*wanted, "mask")}
    if with_person:
        kept |= {"geslacht": col("geslacht", "p"), _BORN: col(_BORN, "p")}
    if kind.age.by_year:
        kept["mask"] = both(col("mask", "t"), _at_age(window, *kind.age.bounds, "p"))
        counts = every([counts, kept["mask"].neq(num(0))])
    query = select(kept, rows, where=counts)
    if not with_person and not kind.age.by_year:
        return query
    return joined(query, "persoon", "p", same(("persoon",), "p", "t"), left=True)


def in_region() -> exp.In:
    """The row is of a municipality of the region."""
    codes = exp.select("code").from_(AREAS).where(col("level").eq(text(Level.MUNICIPALITY.value)))
    return exp.In(this=col("gemeente"), query=exp.Subquery(this=codes))


def column_value(name: str, kind: Kind, window: Window) -> Exp:
    """What a column that lanes look at says of a row: its own, or what follows from its own or from other rows."""
    counted = day_count(name)
    if counted is not None:
        return days_of(counted[0], col(counted[1]), col(counted[2]))
    if name == VALUE:
        return parse_value(kind.value).transform(
            lambda node: (
                column_value(node.name, kind, window) if isinstance(node, exp.Column) and day_count(node.name) else node
            )
        )
    if name.startswith(DAY):
        return day_number(col(name.removeprefix(DAY)))
    if name.startswith(_WAITED):
        return quarter_of(later(col(kind.start), int(name.removeprefix(_WAITED))))
    if name == "gemeente" and not has_column(kind.table, name):
        return text("")
    related = related_column(name, window)
    return _derived(name) if related is None else related


def _derived(name: str) -> Exp:
    if name == "productgroep":
        return exp.Substring(this=col("productcode"), start=num(1), length=num(_GROUP_SIGNS))
    if name == "soortvoorziening":
        measure = exp.In(this=col("soort"), expressions=[text(value) for value in _PROTECTED])
        return when(measure, col("soort"), col("voorziening"))
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
        group = group_for(lane.count, lane.dimension, lane.member)
        if group is not None:
            names |= columns_in(group.where) | set(_waits(group))
        elif lane.dimension in ROW_DIMENSIONS:
            names.add(ROW_DIMENSIONS[lane.dimension])
    return tuple(sorted(names))


def _waits(group: Group) -> list[str]:
    """The columns of a class of waits: the quarters in which it begins and ends."""
    return [f"{_WAITED}{days}" for days in group.waited or () if days is not None]


@lru_cache(maxsize=4096)  # each is needed some eight times: copies were a fifth of what making all texts takes
def row_condition(lane: Lane) -> Exp:
    """What must be true of a row to count in the lane."""
    return every([parse_predicate(lane.count.where).copy(), _member_condition(lane)])


def _member_condition(lane: Lane) -> Exp:
    group = group_for(lane.count, lane.dimension, lane.member)
    if group is not None:
        return exp.Paren(this=parse_predicate(group.where).copy())
    return _is_member(lane.dimension, lane.member) if lane.dimension in ROW_DIMENSIONS else exp.true()


def waited_mask(lane: Lane, mask: Exp, window: Window) -> Exp:
    """`mask` limited to the quarters on whose last day the row has waited as long as the lane's member says."""
    group = group_for(lane.count, lane.dimension, lane.member)
    if group is None or group.waited is None:
        return mask
    _, most = group.waited
    start, *end = [col(name) for name in _waits(group)]
    last = exp.Paren(this=end[0] - num(1)) if most is not None else exp.null()
    return both(mask, coalesce(window.span(start, last), num(0)))


def _is_member(dimension: str, member: str) -> Exp:
    column = col(ROW_DIMENSIONS.get(dimension, dimension))
    if RESIDUAL.get(dimension) != member:
        return column.eq(text(member))
    others = [text(code) for code in dimension_members()[dimension] if code != member]
    return exp.Paren(this=some([unknown(column), exp.Not(this=exp.In(this=column, expressions=others))]))


def of_person(lane: Lane) -> bool:
    """Whether the lane is about the person's sex or age, and no predicate on the row tells it."""
    return lane.dimension in PERSON_DIMENSIONS and group_for(lane.count, lane.dimension, lane.member) is None


def person_mask(lane: Lane, mask: Exp, window: Window) -> Exp:
    """`mask` limited to the quarters in which the person belongs to the lane's member."""
    if not of_person(lane):
        return mask
    if lane.dimension == "geslacht":
        return when(_is_member(lane.dimension, lane.member), mask, num(0))
    if lane.dimension == "leeftijdsgroep":
        if lane.member == UNKNOWN:
            return when(unknown(col(_BORN)), mask, num(0))
        return both(mask, _at_age(window, *age_bounds(lane.member)))
    return mask


def _at_age(window: Window, youngest: int, oldest: int, table: str | None = None) -> Exp:
    """The bitmap of the years before which the person had these ages on 31 December; 0 when the age is not known."""
    born = col(_BORN, table)
    years = window.of_years(born + num(1 + youngest) if youngest else None, born + num(1 + oldest))
    return exp.Paren(this=exp.Coalesce(this=years, expressions=[num(0)]))


def age_bounds(member: str) -> tuple[int, int]:
    """The youngest and oldest age of a `leeftijdsgroep`: 04-11 gives 4 and 11, 75+ an oldest that nobody reaches."""
    return AgeScope(member).bounds
