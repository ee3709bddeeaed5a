"""What a person or household has all together in a period: how many kinds of provision, under which laws."""

from collections.abc import Iterator

from sqlglot import exp

from graadmeter.catalogue.predicates import columns_in, parse_predicate
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count
from graadmeter.domain.slices import LAW_LETTERS, MOST_PROVISIONS
from graadmeter.measure.moments import Window
from graadmeter.measure.plan import kind_of
from graadmeter.measure.syntax import Exp, bit_or, both, col, least, num, rows, select, stacked, sub, text, when
from graadmeter.measure.tables import PERIODS, PREFIX, Node
from graadmeter.measure.units import UNIT_COLUMN, unit_rows

_KIND = ("wet", "soort", "voorziening")
"""What makes two provisions different kinds; codes of forms and measures alone are not unique."""


def composition_nodes(number: int, count: Count, window: Window) -> Iterator[Node]:
    """Per municipality and for the region: which kinds each person or household has, with their bitmaps."""
    unit = UNIT_COLUMN[count.of]
    extra = sorted(columns_in(count.where) - set(_KIND))
    source = unit_rows(window, kind_of(count), (*_KIND, *extra))
    keys: dict[str, Exp] = {name: col(name) for name in ("gemeente", unit, *_KIND)}
    base = select(
        {**keys, "mask": bit_or(col("mask"))}, sub(source, "t"), where=parse_predicate(count.where), group=keys
    )
    yield Node(_name(number, Level.MUNICIPALITY), base)
    once: dict[str, Exp] = {name: col(name) for name in (unit, *_KIND)}
    query = select({**once, "mask": bit_or(col("mask"))}, _name(number, Level.MUNICIPALITY), group=once)
    yield Node(_name(number, Level.REGION), query)


def composition_query(number: int, count: Count, levels: frozenset[Level], region: str) -> exp.Query:
    """Rows area, periode, soorten (6 = 6 or more), one 0/1 column per law letter, n."""
    return stacked(_at_level(number, count, level, region) for level in Level if level in levels)


def _name(number: int, level: Level) -> str:
    return f"{PREFIX}samen{number}_{level.value}"


def _at_level(number: int, count: Count, level: Level, region: str) -> exp.Select:
    unit = UNIT_COLUMN[count.of]
    place = {} if level is Level.REGION else {"gemeente": col("gemeente", "k")}
    keys: dict[str, Exp] = {**place, unit: col(unit, "k"), "periode": col("periode", "p")}
    laws: dict[str, Exp] = {
        letter: exp.Max(this=when(col("wet", "k").eq(text(law)), num(1), num(0))) for law, letter in LAW_LETTERS.items()
    }
    present = both(col("mask", "k"), col("mask", "p")).neq(num(0))
    each = select({**keys, "soorten": rows(), **laws}, exp.to_table(_name(number, level)).as_("k"))
    each = each.join(exp.to_table(PERIODS).as_("p"), on=present).group_by(*[key.copy() for key in keys.values()])
    area: Exp = text(region) if level is Level.REGION else col("gemeente")
    columns = {
        "area": area,
        "periode": col("periode"),
        "soorten": least(col("soorten"), num(MOST_PROVISIONS)),
        **{letter: col(letter) for letter in laws},
        "n": rows(),
    }
    group = [name for name in columns if name != "n" and not (name == "area" and level is Level.REGION)]
    return select(columns, sub(each, "e"), group=group)
