"""What a person or household has all together in a period: how many kinds of provision, under which laws.

Most have one kind or two: of these the bitmaps of the one and the other tell how many there are in a period, and the
bitmaps per law under which laws; those with equal bitmaps are counted, and looked at outside the engine.

Of those with more the number of kinds under each law is counted per period, and packed into whole numbers: 6 bits for
each law, 18 for a period, three periods in one number. Adding the packed numbers of its kinds gives all counts of a
person at once; equal numbers are counted, and taken apart outside the engine. To pack all persons took three times as
long.

Who is in one municipality counts in the region as there (`composed.add_region`). So for the region only who is in
several is looked at, and taken off as often as they were counted.
"""

from collections.abc import Iterator, Sequence

from sqlglot import exp

from graadmeter.catalogue.predicates import columns_in, parse_predicate
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count
from graadmeter.domain.slices import LAW_LETTERS
from graadmeter.measure.lanes import THINGS, kind_of
from graadmeter.measure.moments import Window
from graadmeter.measure.syntax import (
    Exp,
    big,
    bit_or,
    both,
    col,
    joined,
    num,
    rows,
    same,
    select,
    source,
    stacked,
    sub,
    text,
    total,
    when,
)
from graadmeter.measure.tables import PREFIX, Node
from graadmeter.measure.units import unit_rows

LAW_BITS = 6
"""Enough for the kinds of provision of one law (8 forms and 13 measures under the Jeugdwet)."""
PERIOD_BITS = LAW_BITS * len(LAW_LETTERS)
PERIODS_IN_WORD = 3
KIND = ("wet", "soort", "voorziening")
"""What makes two provisions different kinds; codes of forms and measures alone are not unique."""


LAWS = {letter: law for law, letter in LAW_LETTERS.items()}
"""The laws by their letter: the column with the quarters of each in the answer of `few_query`."""
_FEW = 2


def composition_nodes(
    number: int, count: Count, levels: frozenset[Level], window: Window, masks: Sequence[int]
) -> Iterator[Node]:
    """Who has which kinds, and then per person (household) and area: all bitmaps, and packed counts of who has many.

    `masks` are the bitmaps of all periods, in order.
    """
    unit = THINGS[count.of]
    extra = sorted(columns_in(count.where) - set(KIND))
    found = sub(unit_rows(window, kind_of(count), (*KIND, *extra)), "t")
    keys: dict[str, Exp] = {name: col(name) for name in ("gemeente", unit, *KIND)}
    mask = {"mask": bit_or(col("mask"))}
    has = _name(number, Level.MUNICIPALITY, "heeft")
    yield Node(has, select({**keys, **mask}, found, where=parse_predicate(count.where).copy(), group=keys))
    words = _words(masks)
    yield from _level_nodes(number, Level.MUNICIPALITY, unit, words)
    if Level.REGION in levels:
        kinds: dict[str, Exp] = {name: col(name) for name in (unit, *KIND)}
        query = select({**kinds, **mask}, has, where=_in_several(number, unit), group=kinds)
        yield Node(_name(number, Level.REGION, "heeft"), query)
        yield from _level_nodes(number, Level.REGION, unit, words)
        yield from _counted_before(number, unit, words)


def few_query(number: int, levels: frozenset[Level], region: str) -> exp.Query:
    """Rows area, J, P, W, een, ander, n: how many persons (households) with one kind or two have these bitmaps.

    Of each law; of the one kind and the other, which is empty where there is but one.
    """
    return stacked(_equal_few(table, area, n) for table, area, n in _counted(number, "wie", levels, region))


def many_query(number: int, levels: frozenset[Level], region: str, periods: int) -> exp.Query:
    """Rows area, woord, waarde, n: how many of those with more kinds have this packed number in this word."""
    return stacked(
        _equal(table, word, area, n)
        for table, area, n in _counted(number, "veel", levels, region)
        for word in range(-(-periods // PERIODS_IN_WORD))
    )


def _level_nodes(number: int, level: Level, unit: str, words: dict[str, Exp]) -> Iterator[Node]:
    place = ("gemeente",) if level is Level.MUNICIPALITY else ()
    keys: dict[str, Exp] = {name: col(name) for name in (*place, unit)}
    per_law: dict[str, Exp] = {
        letter: bit_or(when(col("wet").eq(text(law)), col("mask"))) for letter, law in LAWS.items()
    }
    of_kinds: dict[str, Exp] = {
        "een": exp.Min(this=col("mask")),
        "ander": exp.Max(this=col("mask")),
        "soorten": rows(),
    }
    has, who = _name(number, level, "heeft"), _name(number, level, "wie")
    yield Node(who, select({**keys, **per_law, **of_kinds}, has, group=keys))
    kept: dict[str, Exp] = {name: col(name, "h") for name in (*keys, "wet", "mask")}
    of_many = select(kept, source(has, "h"), where=col("soorten", "w") > num(_FEW))
    of_many = joined(of_many, who, "w", same(tuple(keys), "w", "h"))
    yield Node(_name(number, level, "veel"), select({**keys, **words}, sub(of_many, "v"), group=keys))


def _in_several(number: int, unit: str) -> Exp:
    """The person (household) is in several municipalities."""
    again = select({unit: col(unit)}, _name(number, Level.MUNICIPALITY, "wie"), group=(unit,))
    return exp.In(this=col(unit), query=exp.Subquery(this=again.having(rows() > num(1), copy=False)))


def _counted_before(number: int, unit: str, words: dict[str, Exp]) -> Iterator[Node]:
    """What was counted in municipalities of who is in several."""
    several = exp.select(unit).from_(_name(number, Level.REGION, "wie"))
    for part, names in (("wie", (*LAWS, "een", "ander", "soorten")), ("veel", tuple(words))):
        columns: dict[str, Exp] = {name: col(name) for name in names}
        own = exp.In(this=col(unit), query=exp.Subquery(this=several.copy()))
        query = select(columns, _name(number, Level.MUNICIPALITY, part), where=own)
        yield Node(_name(number, Level.REGION, f"{part}_eerder"), query)


def _counted(
    number: int, part: str, levels: frozenset[Level], region: str
) -> Iterator[tuple[str, exp.Column | exp.Literal, Exp]]:
    """The tables that are counted for these levels; of each the area of its rows, and how many equal ones count for."""
    yield _name(number, Level.MUNICIPALITY, part), col("gemeente"), rows()
    if Level.REGION in levels:
        yield _name(number, Level.REGION, part), text(region), rows()
        yield _name(number, Level.REGION, f"{part}_eerder"), text(region), exp.Neg(this=rows())


def _name(number: int, level: Level, part: str) -> str:
    return f"{PREFIX}samen{number}_{level.value}_{part}"


def _equal_few(table: str, area: exp.Column | exp.Literal, n: Exp) -> exp.Select:
    other = when(col("soorten").eq(num(_FEW)), col("ander"), num(0))
    bitmaps: dict[str, Exp] = {**{name: col(name) for name in (*LAWS, "een")}, "ander": other}
    columns = {"area": area, **bitmaps, "n": n}
    group = [*_to_group(area), *bitmaps]
    return select(columns, table, where=col("soorten") <= num(_FEW), group=group)


def _equal(table: str, word: int, area: exp.Column | exp.Literal, n: Exp) -> exp.Select:
    value = col(f"w{word}")
    columns: dict[str, Exp] = {"area": area, "woord": num(word), "waarde": value, "n": n}
    return select(columns, table, where=value.neq(num(0)), group=(*_to_group(area), "waarde"))


def _to_group(area: exp.Column | exp.Literal) -> tuple[str, ...]:
    """The area where it is a column."""
    return ("area",) if isinstance(area, exp.Column) else ()


def _words(masks: Sequence[int]) -> dict[str, Exp]:
    starts = range(0, len(masks), PERIODS_IN_WORD)
    return {f"w{place}": _word(masks[start : start + PERIODS_IN_WORD]) for place, start in enumerate(starts)}


def _word(masks: Sequence[int]) -> Exp:
    law = exp.Case()
    for place, name in enumerate(LAW_LETTERS):
        law = law.when(col("wet").eq(text(name)), num(1 << LAW_BITS * place))
    fields: list[Exp] = [
        when(both(col("mask"), num(mask)).neq(num(0)), num(1 << PERIOD_BITS * place), num(0))
        for place, mask in enumerate(masks)
    ]
    packed = fields[0]
    for field in fields[1:]:
        packed = packed + field
    return total(big(law.else_(num(0))) * exp.Paren(this=packed))
